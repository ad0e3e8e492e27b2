using DeadlineTrail.Deadline.Clients;
using Xunit;

namespace DeadlineTrail.Core.Tests.Deadline.Clients;

/// <summary>User agents as their programs write them. Each row says where its string was seen, or which code composes it.</summary>
public class UserAgentTests
{
    private static Client Read(string? userAgent, string? sourceIPAddress = "192.0.2.10", string? invokedBy = null, bool fromConsole = false) =>
        UserAgentReader.Read(userAgent, sourceIPAddress, invokedBy, fromConsole);

    // Boto's part as botocore composes it (botocore/useragent.py), the rest as aws-deadline/deadline-cloud composes it
    // (src/deadline/client/api/_session.py, get_default_client_config; 2024 had only the app/ and submitter/ words).
    private const string Boto = "Boto3/1.42.97 md/Botocore#1.42.97 ua/2.1 os/windows#10 md/arch#amd64 lang/python#3.11.8 md/pyimpl#CPython cfg/retry-mode#standard Botocore/1.42.97 ";

    [Theory]
    [InlineData("app/deadline-client#0.54.1 cli-command/deadline.bundle.submit", "DeadlineCli", "deadline CLI", "0.54.1", "deadline.bundle.submit", null, null, null)]
    [InlineData("app/deadline-client#0.54.1 submitter/CLI cli-command/deadline.job.cancel invoked-by/claude-code", "DeadlineCli", "deadline CLI", "0.54.1", "deadline.job.cancel", null, null, "claude-code")]
    [InlineData("app/deadline-client#0.48.0 submitter/CLI", "DeadlineCli", "deadline CLI", "0.48.0", null, null, null, null)]
    [InlineData("app/deadline-client#0.54.1 submitter/Maya#0.15.2", "Submitter", "Maya submitter", "0.54.1", null, "Maya", "0.15.2", null)]
    [InlineData("app/deadline-client#0.48.0 submitter/Houdini", "Submitter", "Houdini submitter", "0.48.0", null, "Houdini", null, null)]
    [InlineData("app/deadline-client#0.54.1 submitter/3dsMax#0.3.0", "Submitter", "3dsMax submitter", "0.54.1", null, "3dsMax", "0.3.0", null)]
    [InlineData("app/deadline-client#0.54.1 submitter/Blender#0.5.0 cli-command/deadline.bundle.gui-submit", "DeadlineCli", "deadline CLI", "0.54.1", "deadline.bundle.gui-submit", "Blender", "0.5.0", null)]
    [InlineData("app/deadline-client#0.54.1 submitter/JobBundle", "Submitter", "job bundle submitter", "0.54.1", null, null, null, null)]
    [InlineData("app/deadline-client#0.54.1 submitter/Custom", "DeadlineLibrary", "deadline library", "0.54.1", null, null, null, null)]
    [InlineData("app/deadline-client#0.54.1", "DeadlineLibrary", "deadline library", "0.54.1", null, null, null, null)]
    [InlineData("app/deadline-api#0.1.0", "DeadlineLibrary", "deadline library", "0.1.0", null, null, null, null)]
    public void The_deadline_library_tells_command_and_application(
        string extra, string kind, string name, string version, string? command, string? application, string? applicationVersion, string? invokedBy)
    {
        Client client = Read(Boto + extra);

        Assert.Equal(
            (kind, name, version, command, application, applicationVersion, invokedBy),
            (client.Kind, client.Name, client.Version, client.Command, client.Application, client.ApplicationVersion, client.InvokedBy));
        Assert.Equal(("windows", "python 3.11.8"), (client.OperatingSystem, client.Language));
    }

    // aws-deadline/deadline-cloud-worker-agent, src/deadline_worker_agent/boto/config.py, construct_user_agent; older agents
    // append only the first word.
    [Theory]
    [InlineData("deadline_worker_agent/0.28.1 deadline_cloud/0.48.8 openjd_sessions/0.9.0", "0.28.1")]
    [InlineData("deadline_worker_agent/0.20.2", "0.20.2")]
    public void The_worker_agent_is_known_by_its_own_word(string extra, string version)
    {
        Client client = Read(Boto + extra);

        Assert.Equal((ClientKinds.WorkerAgent, "worker agent", version), (client.Kind, client.Name, client.Version));
    }

    // aws-deadline/deadline-cloud, src/deadline/job_attachments/_aws/aws_clients.py, get_s3_client (2024).
    [Fact]
    public void Job_attachments_sign_with_a_word_of_their_own()
    {
        Client client = Read("Boto3/1.34.1 md/Botocore#1.34.1 S3A/Deadline/NA/JobAttachments/0.48.8");

        Assert.Equal((ClientKinds.DeadlineLibrary, "job attachments", "0.48.8"), (client.Kind, client.Name, client.Version));
    }

    [Theory]
    // AWS CLI v2 in a log of `aws login`: elastic and others quote it from CloudTrail, 2025.
    [InlineData("aws-cli/2.32.0 md/awscrt#0.28.4 ua/2.1 os/macos#24.6.0 md/arch#arm64 lang/python#3.13.9 md/pyimpl#CPython m/b,AA,Z,E cfg/retry-mode#standard md/installer#exe sid/35033f4ca1bd md/prompt#off md/command#login", "2.32.0", "login", "macos", "python 3.13.9")]
    // The same form with a Deadline command: aws-cli v2, awscli/clidriver.py (add_command_lineage_to_user_agent_extra).
    [InlineData("aws-cli/2.35.19 md/awscrt#0.35.0 ua/2.1 os/linux#6.14.0-37-generic md/arch#x86_64 lang/python#3.14.6 md/prompt#off md/command#deadline.create-queue", "2.35.19", "deadline.create-queue", "linux", "python 3.14.6")]
    // Earlier v2: Permiso-io-tools/CloudConsoleCartographer, Get-UserAgentFamily.
    [InlineData("[aws-cli/2.11.9 Python/3.11.2 Linux/4.14.255-291-231.527.amzn2.x86_64 exec-env/CloudShell exe/x86_64.amzn.2 prompt/off command/s3.ls]", "2.11.9", "s3.ls", "linux", "python 3.11.2")]
    // v1 has no command: CloudTrail user guide, DeleteTrail example.
    [InlineData("aws-cli/1.16.266 Python/3.7.4 Darwin/18.7.0 botocore/1.13.2", "1.16.266", null, "macos", "python 3.7.4")]
    // v1 on Windows: Amazon Cloud Directory guide.
    [InlineData("aws-cli/1.11.150 Python/2.7.9 Windows/8 botocore/1.7.8", "1.11.150", null, "windows", "python 2.7.9")]
    public void AWS_CLI_tells_its_version_and_from_version_2_its_command(
        string userAgent, string version, string? command, string system, string language)
    {
        Client client = Read(userAgent);

        Assert.Equal(
            (ClientKinds.AwsCli, "AWS CLI", version, command, system, language),
            (client.Kind, client.Name, client.Version, client.Command, client.OperatingSystem, client.Language));
    }

    [Theory]
    // Windows PowerShell, AWS Tools v3: flaws.cloud's published CloudTrail logs (Summit Route), counted by agent.
    [InlineData("AWSPowerShell/3.3.365.0 .NET_Runtime/4.0 .NET_Framework/4.0 OS/Microsoft_Windows_NT_10.0.01985.0 WindowsPowerShell/5.0 ClientSync", "3.3.365.0", "windows", null)]
    // v4 before and after the SDK's "ua/2.0": Lacework FortiCNAPP, "Catching EC2 Grouper".
    [InlineData("AWSPowerShell.Common/4.1.90.0 .NET_Core/6.0.5 OS/Microsoft_Windows_10.0.17763 PowerShellCore/7.-1 ClientAsync", "4.1.90.0", "windows", null)]
    [InlineData("AWSPowerShell.Common/4.1.534.0 ua/2.0 .NET_Core#6.0.5 OS/windows#10.0.17763.0 md/ARCH#X64 PowerShellCore/7.-1 cfg/retry-mode#legacy md/ClientAsync", "4.1.534.0", "windows", null)]
    // v4 in CloudShell: Permiso-io-tools/CloudConsoleCartographer.
    [InlineData("AWSPowerShell.Common/4.1.268.0 .NET_Core/7.0.2 OS/Linux_4.14.255-291-231.527.amzn2.x86_64_#1_SMP_Fri_Sep_9_17:34:07_UTC_2022 exec-env/CloudShell PowerShellCore/7.-1 ClientAsync", "4.1.268.0", "linux", "CloudShell")]
    // v5: an incident report on GitHub quotes the first word from CloudTrail (2026); the rest of the string was cut there.
    [InlineData("AWSPowerShell.Common/5.0.233.0", "5.0.233.0", null, null)]
    public void AWS_Tools_for_PowerShell_are_known_in_every_form(string userAgent, string version, string? system, string? environment)
    {
        Client client = Read(userAgent);

        Assert.Equal(
            (ClientKinds.AwsTools, "AWS Tools for PowerShell", version, system, environment),
            (client.Kind, client.Name, client.Version, client.OperatingSystem, client.ExecutionEnvironment));
    }

    [Theory]
    // CloudTrail record quoted for iam:CreatePolicyVersion, 2026.
    [InlineData("Boto3/1.42.97 md/Botocore#1.42.97 ua/2.1 os/windows#10 lang/python#3.9.13", "Boto3", "1.42.97", "windows", "python 3.9.13")]
    // invictus-ir/aws_dataset.
    [InlineData("Boto3/1.26.165 Python/3.10.6 Linux/5.19.0-46-generic Botocore/1.29.165", "Boto3", "1.26.165", "linux", "python 3.10.6")]
    // AWS Key Management Service developer guide.
    [InlineData("aws-sdk-java/2.18.21 Linux/4.14.255-276-224.499.amzn2.x86_64 OpenJDK_64-Bit_Server_VM/11.0.14.1+10-LTS Java/11.0.14.1 vendor/Amazon.com_Inc. md/internal exec-env/AWS_Lambda_java11 io/sync http/Apache cfg/retry-mode/legacy", "AWS SDK for Java", "2.18.21", "linux", "java 11.0.14.1")]
    // invictus-ir/aws_dataset (amazon-ssm-agent).
    [InlineData("aws-sdk-go/1.41.4 (go1.18.3; linux; amd64) amazon-ssm-agent/", "AWS SDK for Go", "1.41.4", "linux", "go 1.18.3")]
    // GitHub, CloudTrail records of grimoire and of an older client.
    [InlineData("aws-sdk-go-v2/1.32.3 os/linux lang/go#1.23.1 md/GOOS#linux md/GOARCH#amd64 exec-env/grimoire_095724e3 api/sts#1.26.2", "AWS SDK for Go v2", "1.32.3", "linux", "go 1.23.1")]
    [InlineData("aws-sdk-go-v2/1.14.0 os/macos lang/go/1.17.6 md/GOOS/darwin md/GOARCH/arm64 api/iam/1.17.0", "AWS SDK for Go v2", "1.14.0", "macos", "go 1.17.6")]
    // AWS Secrets Manager user guide, CloudTrail example of its agent.
    [InlineData("aws-sdk-rust/1.3.14 os/linux lang/rust/1.94.1 aws-secrets-manager-agent/2.0.0", "AWS SDK for Rust", "1.3.14", "linux", "rust 1.94.1")]
    // CloudTrail record of Amazon Connect, 2024.
    [InlineData("aws-sdk-js/3.632.0 ua/2.0 os/linux#5.10.227-239.884.amzn2.x86_64 lang/js md/nodejs#20.18.0 api/connect#3.632.0 exec-env/AWS_Lambda_nodejs20.x", "AWS SDK for JavaScript", "3.632.0", "linux", "nodejs 20.18.0")]
    // aws/aws-sdk-net, an issue quoting a request of AWSSDK.S3 3.7.305.28, and one of 3.7.108.
    [InlineData("aws-sdk-dotnet-coreclr/3.7.305.28 ua/2.0 os/windows#10.0.22631.0 md/ARCH#X64 lang/.NET_Core#8.0.2 md/aws-sdk-dotnet-core#3.7.302.12 api/S3#3.7.305.28 cfg/retry-mode#legacy md/ClientAsync", "AWS SDK for .NET", "3.7.305.28", "windows", ".NET_Core 8.0.2")]
    [InlineData("aws-sdk-dotnet-coreclr/3.7.108.0 aws-sdk-dotnet-core/3.7.108.2 .NET_Core/6.0.20 OS/Linux_5.15.0-76-generic_#83-Ubuntu_SMP_Thu_Jun_15_19:16:32_UTC_2023 ClientAsync", "AWS SDK for .NET", "3.7.108.0", "linux", ".NET_Core 6.0.20")]
    // aws/aws-sdk-cpp, an issue quoting a client configuration.
    [InlineData("aws-sdk-cpp/1.7.176 Linux/3.10.0-957.27.2.el7.x86_64 x86_64 GCC/8.3.1", "AWS SDK for C++", "1.7.176", "linux", null)]
    public void A_program_on_an_SDK_is_named_after_the_SDK(string userAgent, string name, string version, string system, string? language)
    {
        Client client = Read(userAgent);

        Assert.Equal(
            (ClientKinds.Sdk, name, version, system, language),
            (client.Kind, client.Name, client.Version, client.OperatingSystem, client.Language));
    }

    // capitalone/stack-deployment-tool, pull request 8: its agent as CloudTrail shows it.
    [Fact]
    public void What_a_program_calls_itself_before_its_SDK_is_its_application()
    {
        Client client = Read("sdt/0.0.1-63215750bd4c aws-sdk-go/1.5.8 (go1.7.3; darwin; amd64)");

        Assert.Equal(
            (ClientKinds.Sdk, "AWS SDK for Go", "sdt", "0.0.1-63215750bd4c", "macos"),
            (client.Kind, client.Name, client.Application, client.ApplicationVersion, client.OperatingSystem));
    }

    [Theory]
    // invictus-ir/aws_dataset, with and without brackets.
    [InlineData("[APN/1.0 HashiCorp/1.0 Terraform/1.1.2 (+https://www.terraform.io) terraform-provider-aws/4.67.0 (+https://registry.terraform.io/providers/hashicorp/aws) aws-sdk-go/1.44.261 (go1.19.8; linux; amd64) HashiCorp-terraform-exec/0.17.3]", "1.1.2")]
    // GitHub, CloudTrail record of lambda:AddPermission, 2024.
    [InlineData("APN/1.0 HashiCorp/1.0 Terraform/1.3.7 (+https://www.terraform.io) terraform-provider-aws/5.57.0 (+https://registry.terraform.io/providers/hashicorp/aws) aws-sdk-go-v2/1.30.1 os/linux lang/go#1.22.4 md/GOOS#linux md/GOARCH#amd64 api/lambda#1.56.1", "1.3.7")]
    public void Terraform_is_Terraform_whatever_SDK_it_uses(string userAgent, string version)
    {
        Client client = Read(userAgent);

        Assert.Equal((ClientKinds.Terraform, "Terraform", version), (client.Kind, client.Name, client.Version));
    }

    [Theory]
    // invictus-ir/aws_dataset and cloud-custodian.
    [InlineData("Mozilla/5.0 (X11; Ubuntu; Linux x86_64; rv:102.0) Gecko/20100101 Firefox/102.0", "Firefox", "102.0", "linux")]
    [InlineData("Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/119.0.0.0 Safari/537.36", "Chrome", "119.0.0.0", "windows")]
    [InlineData("Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/113.0.0.0 Safari/537.36", "Chrome", "113.0.0.0", "macos")]
    [InlineData("Mozilla/5.0", "browser", null, null)]
    // developer.mozilla.org, User-Agent: Safari; Microsoft Edge documentation, "Detect Microsoft Edge from your website".
    [InlineData("Mozilla/5.0 (iPhone; CPU iPhone OS 13_5_1 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/13.1.1 Mobile/15E148 Safari/604.1", "Safari", "13.1.1", "ios")]
    [InlineData("Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/120.0.0.0 Safari/537.36 Edg/120.0.0.0", "Edge", "120.0.0.0", "windows")]
    public void A_browser_is_called_by_its_name(string userAgent, string name, string? version, string? system)
    {
        Client client = Read(userAgent);

        Assert.Equal((ClientKinds.Browser, name, version, system), (client.Kind, client.Name, client.Version, client.OperatingSystem));

        Client console = Read(userAgent, fromConsole: true);

        Assert.Equal((ClientKinds.Console, "AWS console", name, version), (console.Kind, console.Name, console.Application, console.ApplicationVersion));
    }

    [Theory]
    // invictus-ir/aws_dataset: no console marker on these records, the agent alone tells.
    [InlineData("[S3Console/0.4, aws-internal/3 aws-sdk-java/1.11.1030 Linux/5.4.238-155.347.amzn2int.x86_64 OpenJDK_64-Bit_Server_VM/25.362-b10 java/1.8.0_362]", false)]
    [InlineData("RDS Console, aws-internal/3 aws-sdk-java/1.11.975 Linux/5.10.184-153.731.amzn2int.x86_64 java/1.8.0_242", false)]
    // Permiso-io-tools/CloudConsoleCartographer.
    [InlineData("[EC2ConsoleFrontend, aws-internal/3 aws-sdk-java/1.12.582 Linux/5.10.199-167.747.amzn2int.aarch64]", false)]
    [InlineData("Coral/Netty4", true)]
    // AWS documentation, CloudTrail examples of Amazon DMS, EFS, ECR; of sign-ins.
    [InlineData("console.amazonaws.com", false)]
    [InlineData("signin.amazonaws.com", false)]
    // invictus-ir/aws_dataset: 231 records with the marker.
    [InlineData("AWS Internal", true)]
    [InlineData(null, true)]
    public void The_console_is_known_by_the_marker_or_by_its_own_agents(string? userAgent, bool fromConsole)
    {
        Client client = Read(userAgent, fromConsole: fromConsole);

        Assert.Equal((ClientKinds.Console, "AWS console", null), (client.Kind, client.Name, client.OperatingSystem));
    }

    // Permiso-io-tools/CloudConsoleCartographer: CloudShell lends the console's credentials to any program.
    [Theory]
    [InlineData("Boto3/1.26.95 Python/3.7.16 Linux/5.10.179-166.674.amzn2.x86_64 exec-env/CloudShell Botocore/1.29.95", "Sdk")]
    [InlineData("aws-cli/2.11.9 Python/3.11.2 Linux/4.14.255-291-231.527.amzn2.x86_64 exec-env/CloudShell exe/x86_64.amzn.2 prompt/off command/iam.create-access-key", "AwsCli")]
    public void A_program_in_CloudShell_is_that_program_and_not_the_console(string userAgent, string kind)
    {
        Client client = Read(userAgent, fromConsole: true);

        Assert.Equal((kind, "CloudShell"), (client.Kind, client.ExecutionEnvironment));
    }

    [Theory]
    // GitHub, CloudTrail record of connect:CreateContactFlowModule, 2024; invictus-ir/aws_dataset.
    [InlineData("cloudformation.amazonaws.com", "cloudformation.amazonaws.com", "cloudformation.amazonaws.com", "CloudFormation", "cloudformation.amazonaws.com")]
    [InlineData("cloudformation.amazonaws.com", "192.0.2.10", null, "CloudFormation", "cloudformation.amazonaws.com")]
    [InlineData("AWS Internal", "health.amazonaws.com", "health.amazonaws.com", "Service", "health.amazonaws.com")]
    [InlineData("rds.amazonaws.com", "rds.amazonaws.com", "rds.amazonaws.com", "Service", "rds.amazonaws.com")]
    [InlineData("AWS Internal", "AWS Internal", "AWS Internal", "Service", "AWS Internal")]
    [InlineData("AWS Internal", "192.0.2.10", null, "Service", "AWS Internal")]
    // AWS Config developer guide.
    [InlineData("aws-internal/3", "10.24.34.0", null, "Service", "AWS Internal")]
    // invictus-ir/aws_dataset.
    [InlineData("[AWSCloudTrail, aws-internal/3 aws-sdk-java/1.12.433 Linux/5.10.176-157.645.amzn2int.x86_64 java/1.8.0_362]", "192.0.2.10", null, "Service", "AWS Internal")]
    [InlineData(null, "config.amazonaws.com", null, "Service", "config.amazonaws.com")]
    public void A_service_is_called_by_its_DNS_name(string? userAgent, string sourceIPAddress, string? invokedBy, string kind, string name)
    {
        Client client = Read(userAgent, sourceIPAddress, invokedBy);

        Assert.Equal((kind, name, invokedBy), (client.Kind, client.Name, client.InvokedBy));
    }

    // What AWS wrote outranks what the caller wrote.
    [Fact]
    public void A_service_that_made_the_call_is_not_hidden_by_a_user_agent()
    {
        Client client = Read("deadline_worker_agent/0.28.1", "cloudformation.amazonaws.com", "cloudformation.amazonaws.com");

        Assert.Equal(ClientKinds.CloudFormation, client.Kind);
    }

    [Theory]
    // invictus-ir/aws_dataset; a public list of agents used for GetCallerIdentity.
    [InlineData("stratus-red-team_561fe49b-e6b4-44da-a587-f2c718eb578a", "stratus-red-team_561fe49b-e6b4-44da-a587-f2c718eb578a", null)]
    [InlineData("python-requests/2.27.1", "python-requests", "2.27.1")]
    [InlineData("[S3A/Hadoop 3.3]", "S3A", "Hadoop")]
    [InlineData("Studio Pipeline 3", "Studio", null)]
    [InlineData("pipeline/1.2, proxy/3", "pipeline", "1.2")]
    public void An_unknown_program_keeps_its_own_first_word(string userAgent, string name, string? version)
    {
        Client client = Read(userAgent);

        Assert.Equal((ClientKinds.Unknown, name, version, userAgent), (client.Kind, client.Name, client.Version, client.UserAgent));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("   ")]
    [InlineData("[]")]
    public void No_user_agent_is_an_unknown_client_with_a_name(string? userAgent)
    {
        Client client = Read(userAgent);

        Assert.Equal((ClientKinds.Unknown, "unknown", userAgent), (client.Kind, client.Name, client.UserAgent));
    }

    // Inferred: the monitor's own agent is not documented, only that it would name itself.
    [Theory]
    [InlineData("DeadlineCloudMonitor/1.1.4 Mozilla/5.0", "1.1.4")]
    [InlineData("Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/605.1.15 (KHTML, like Gecko) deadline-cloud-monitor/1.1.4", "1.1.4")]
    [InlineData("aws-sdk-js/3.632.0 app/deadline-cloud-monitor#1.1.4", "1.1.4")]
    public void A_name_of_deadline_and_monitor_is_taken_for_the_monitor(string userAgent, string version)
    {
        Client client = Read(userAgent);

        Assert.Equal((ClientKinds.Monitor, version), (client.Kind, client.Version));
    }
}
