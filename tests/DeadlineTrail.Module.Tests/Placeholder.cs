namespace DeadlineTrail.Module.Tests; public class Placeholder { [Xunit.Fact] public void Builds() { } }
