namespace System.Runtime.CompilerServices;

/// <summary>
/// Marks setters that are <c>init</c>: "the target property accessor has a modreq on its return type of
/// System.Runtime.CompilerServices.IsExternalInit"
/// (https://learn.microsoft.com/dotnet/csharp/language-reference/proposals/csharp-9.0/init).
/// </summary>
internal static class IsExternalInit;
