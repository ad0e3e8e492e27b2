using System;
using System.Collections.Generic;
using System.Linq;
using DeadlineTrail.Testing.Calls;
using DeadlineTrail.Testing.Chance;

namespace DeadlineTrail.Testing.Farm;

/// <summary>One account's farm in one Region, with all it holds and the roles it works with.</summary>
internal sealed class Site
{
    private readonly Dictionary<string, List<Resource>> _byKind = [];

    public Site(string account, string region, string name, Dice dice)
    {
        Account = account;
        Region = region;
        Name = name;
        Subdomain = name;
        MonitorRole = NewRole("service-role/", "DeadlineMonitor-" + name, dice);
        FleetRole = NewRole("service-role/", "AWSDeadlineCloudFleetRole-" + dice.Letters("0123456789", 9), dice);
        QueueRole = NewRole("service-role/", "AWSDeadlineCloudQueueRole-" + dice.Letters("0123456789", 9), dice);
        HostRole = NewRole("", name + "-worker-host", dice);
        AdminRole = NewRole("aws-reserved/sso.amazonaws.com/", "AWSReservedSSO_RenderAdministrator_" + dice.Hex(16), dice);
        Bucket = $"{name}-job-attachments-{account}";
        KmsKey = $"arn:aws:kms:{region}:{account}:key/{dice.Uuid()}";
        Vpc = "vpc-0" + dice.Hex(16);
        VpcEndpoint = "vpce-0" + dice.Hex(16);
    }

    public string Account { get; }

    public string Region { get; }

    /// <summary>The studio's short name, which is in the names of what it owns.</summary>
    public string Name { get; }

    public string Subdomain { get; }

    /// <summary>The role of people who use the monitor. No document says what the console names it.</summary>
    public Role MonitorRole { get; }

    public Role FleetRole { get; }

    public Role QueueRole { get; }

    public Role HostRole { get; }

    public Role AdminRole { get; }

    public string Bucket { get; }

    public string KmsKey { get; }

    public string Vpc { get; }

    /// <summary>The endpoint through which worker hosts, which have private addresses, reach the service.</summary>
    public string VpcEndpoint { get; }

    public Resource Farm => Living("Farm")[0];

    public bool HasFarm => _byKind.TryGetValue("Farm", out List<Resource>? farms) && farms.Count > 0;

    public void Add(Resource resource)
    {
        if (!_byKind.TryGetValue(resource.Kind, out List<Resource>? list))
        {
            _byKind[resource.Kind] = list = [];
        }

        list.Add(resource);
    }

    /// <summary>What is there now, oldest first. Deleted resources leave the list: none is ever used again.</summary>
    public IReadOnlyList<Resource> Living(string kind) => _byKind.TryGetValue(kind, out List<Resource>? list) ? list : [];

    public IEnumerable<Resource> In(Resource parent, string kind) => Living(kind).Where(r => r.Parent == parent);

    public Resource? Find(string kind, string id) => Living(kind).FirstOrDefault(r => r.Id == id);

    public Resource? Named(string kind, string displayName) => Living(kind).FirstOrDefault(r => r.Text("displayName") == displayName);

    /// <summary>Takes a resource away, and all that lies in it.</summary>
    public void Remove(Resource resource)
    {
        resource.Deleted = true;
        foreach (List<Resource> list in _byKind.Values)
        {
            list.RemoveAll(r => r.Deleted || (r.Deleted = LiesIn(r, resource)));
        }
    }

    private static bool LiesIn(Resource inner, Resource outer)
    {
        for (Resource? at = inner.Parent; at is not null; at = at.Parent)
        {
            if (at == outer)
            {
                return true;
            }
        }

        // An association lies in the farm and goes with either of its ends.
        return Kinds.IsIdentified(outer.Kind)
            && inner.Identifiers.TryGetValue(Kinds.NameOf(outer.Kind), out string? id)
            && string.Equals(id, outer.Id, StringComparison.Ordinal);
    }

    private Role NewRole(string path, string name, Dice dice) => new(Account, path, name, dice.RoleId());
}
