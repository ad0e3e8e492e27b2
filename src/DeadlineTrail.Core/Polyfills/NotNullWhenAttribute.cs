namespace System.Diagnostics.CodeAnalysis;

/// <summary>Tells the compiler that an output is not null when the method returns the value that is given.</summary>
/// <param name="returnValue">That value.</param>
[AttributeUsage(AttributeTargets.Parameter)]
internal sealed class NotNullWhenAttribute(bool returnValue) : Attribute
{
    public bool ReturnValue { get; } = returnValue;
}
