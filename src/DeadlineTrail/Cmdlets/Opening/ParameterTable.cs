using System;
using System.Collections;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Management.Automation;
using System.Reflection;

namespace DeadlineTrail.Cmdlets.Opening;

/// <summary>
/// Parameters in a table, as for splatting: converted and checked by the same attributes as on the command line.
/// </summary>
internal sealed class ParameterTable
{
    // Protected, but part of what classes outside of PowerShell derive from and hence stable.
    private static readonly MethodInfo s_validate = typeof(ValidateArgumentsAttribute).GetMethod("Validate", BindingFlags.Instance | BindingFlags.NonPublic)!;

    private readonly Dictionary<string, object?> _values = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>Reads a table.</summary>
    /// <param name="table">Names or aliases of parameters, and values.</param>
    /// <param name="declared">The cmdlet's own parameters.</param>
    /// <param name="allowed">The names of those that may be in the table.</param>
    /// <param name="engine">What the attributes are given.</param>
    /// <exception cref="FormatException">Something in it is no such parameter, or no value for it.</exception>
    internal ParameterTable(IDictionary table, IReadOnlyDictionary<string, ParameterMetadata> declared, IReadOnlyCollection<string> allowed, EngineIntrinsics? engine)
    {
        foreach (DictionaryEntry entry in table)
        {
            var name = entry.Key.ToString() ?? string.Empty;
            var parameter = allowed.Select(each => declared[each]).FirstOrDefault(each => Is(each, name))
                ?? throw new FormatException($"it knows no \"{name}\". The parameters of a source are: {string.Join(", ", allowed)}.");
            if (_values.ContainsKey(parameter.Name))
            {
                throw new FormatException($"{parameter.Name} is in it twice.");
            }

            _values.Add(parameter.Name, Value(parameter, entry.Value, engine));
        }
    }

    /// <summary>Whether a parameter was given.</summary>
    internal bool Has(string name) => _values.ContainsKey(name);

    /// <summary>The value of a parameter; where it was not given, something else.</summary>
    internal T Of<T>(string name, T otherwise) => _values.TryGetValue(name, out var value) && value is T found ? found : otherwise;

    private static bool Is(ParameterMetadata parameter, string name) =>
        parameter.Name.Equals(name, StringComparison.OrdinalIgnoreCase) || parameter.Aliases.Contains(name, StringComparer.OrdinalIgnoreCase);

    private static object? Value(ParameterMetadata parameter, object? given, EngineIntrinsics? engine)
    {
        try
        {
            var value = given;
            foreach (var transformation in parameter.Attributes.OfType<ArgumentTransformationAttribute>())
            {
                value = transformation.Transform(engine, value);
            }

            value = parameter.ParameterType == typeof(object) ? value : LanguagePrimitives.ConvertTo(value, parameter.ParameterType, CultureInfo.InvariantCulture);
            foreach (var validation in parameter.Attributes.OfType<ValidateArgumentsAttribute>())
            {
                s_validate.Invoke(validation, [value, engine]);
            }

            return value;
        }
        catch (TargetInvocationException invalid) when (invalid.InnerException is RuntimeException)
        {
            throw new FormatException($"{parameter.Name} is not valid: {invalid.InnerException.Message}", invalid.InnerException);
        }
        catch (Exception invalid) when (invalid is RuntimeException or InvalidCastException)
        {
            throw new FormatException($"{parameter.Name} is not valid: {invalid.Message}", invalid);
        }
    }
}
