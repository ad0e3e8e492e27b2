using System.Text;

namespace DeadlineTrail;

/// <content>The record itself. The longest of all properties stands behind them (see the project file).</content>
public sealed partial class TrailEvent
{
    /// <summary>Gets the exact text of the record.</summary>
    public string Raw => Encoding.UTF8.GetString(_record);
}
