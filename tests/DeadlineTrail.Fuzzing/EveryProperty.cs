using System;
using System.Collections;
using System.Collections.Concurrent;
using System.Linq;
using System.Linq.Expressions;

namespace DeadlineTrail.Fuzzing;

/// <summary>Reads every public property of an object, of what these give, and so on. Properties of records never throw.</summary>
internal static class EveryProperty
{
    private const int Deepest = 6;

    private static readonly ConcurrentDictionary<Type, Func<object, object?>[]> Getters = new();

    internal static void Read(object? value, int depth = 0)
    {
        switch (value)
        {
            case null or string or ValueType:
                return;
            case RecordObject record:
                ReadMembers(record, depth);
                return;
            case IEnumerable list:
                foreach (var item in depth < Deepest ? list : Array.Empty<object>())
                {
                    Read(item, depth + 1);
                }

                return;
            default:
                FindingException.Unless(value.ToString() is not null, "an object shows as nothing");
                foreach (var getter in depth < Deepest && value.GetType().Namespace!.StartsWith("DeadlineTrail", StringComparison.Ordinal) ? Of(value.GetType()) : [])
                {
                    Read(getter(value), depth + 1);
                }

                return;
        }
    }

    private static void ReadMembers(RecordObject record, int depth)
    {
        FindingException.Equal(record.Count, record.Keys.Count, "the number of an object's members");
        FindingException.Unless(record.ToString().StartsWith('{'), "an object's text begins with its brace");
        foreach (DictionaryEntry member in record)
        {
            FindingException.Unless(record.Contains(member.Key), "an object has not what it holds");
            if (depth < Deepest)
            {
                Read(member.Value, depth + 1);
            }
        }
    }

    private static Func<object, object?>[] Of(Type type) => Getters.GetOrAdd(type, static type =>
    [
        .. type.GetProperties().Where(static property => property.GetIndexParameters().Length == 0).Select(property =>
        {
            var instance = Expression.Parameter(typeof(object));
            return Expression.Lambda<Func<object, object?>>(
                Expression.Convert(Expression.Property(Expression.Convert(instance, type), property), typeof(object)), instance).Compile();
        }),
    ]);
}
