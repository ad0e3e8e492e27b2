using System;

namespace DeadlineTrail.Parsing;

/// <content>
/// Finding the next intact element behind damage.
/// </content>
/// <remarks>
/// A brace and the name of a member behind it are the beginning of an object wherever they stand in text that is not
/// damaged: inside a string the quote would be escaped. So objects can be found again without knowing what the damage
/// did to quotes and brackets before them. But an object inside a damaged record is not a record, however much it looks
/// like one. What follows it tells them apart: behind a record come other elements, the end of their list, of its
/// envelope and of the text; behind an object inside a record come, sooner or later, more brackets than that, or the
/// next member of what it stands in.
/// </remarks>
internal sealed partial class LogReader
{
    private bool _recovered;
    private int _failures;

    /// <summary>What the search for an intact element found.</summary>
    private enum Found
    {
        /// <summary>Nothing: the view is at the end of the text.</summary>
        Nothing,

        /// <summary>An element at the start of the view, which stands for itself.</summary>
        Element,

        /// <summary>An element of a list at the start of the view.</summary>
        ListedElement,
    }

    /// <summary>What stands before an opening brace.</summary>
    private enum Place
    {
        /// <summary>Anything else.</summary>
        Other,

        /// <summary>The name of a member, whose value the object is.</summary>
        Member,

        /// <summary>The beginning of a list that is a field of a record.</summary>
        FieldList,
    }

    /// <summary>Moves to the next intact element.</summary>
    /// <param name="from">Where in the view to begin.</param>
    /// <param name="listed">Whether it may stand in a list; null where the damage may have hidden that.</param>
    private Found FindIntact(int from, bool? listed)
    {
        if (_gaveUp)
        {
            return Found.Nothing;
        }

        _window.Advance(from);
        while (SkipToBrace(out var place))
        {
            _cancellation.ThrowIfCancellationRequested();
            var passed = 1;
            if (BeginsWithMember())
            {
                // With a member's name before the first object, the damaged one is no {"Records":[{
                listed ??= place != Place.Member;
                var found = Judge(listed.Value, place, out passed);
                if (found != Found.Nothing)
                {
                    _recovered = true;
                    return found;
                }

                if (_gaveUp)
                {
                    return Found.Nothing;
                }
            }

            _window.Advance(passed);
        }

        _cutTold = true;
        return Found.Nothing;
    }

    /// <summary>Goes on with a list whose beginning was lost.</summary>
    private void ReadOn(Found found)
    {
        if (found == Found.ListedElement && _lists == 0)
        {
            ReadList(isArray: false);
        }
    }

    /// <summary>Moves to the next opening brace.</summary>
    private bool SkipToBrace(out Place place)
    {
        const int longestName = 64;
        while (true)
        {
            var view = _window.View;
            var brace = view.IndexOf((byte)'{');
            if (brace >= 0)
            {
                place = PlaceBehind(view.Slice(0, brace));
                _window.Examined += brace;
                _window.Advance(brace);
                return true;
            }

            // The name before the brace stays in view.
            var passed = Math.Max(0, view.Length - longestName);
            _window.Examined += view.Length;
            _window.Advance(passed);
            _cancellation.ThrowIfCancellationRequested();
            if (!_window.Fill())
            {
                _window.Advance(_window.Length);
                place = default;
                return false;
            }
        }
    }

    private static Place PlaceBehind(ReadOnlySpan<byte> text)
    {
        text = JsonBlanks.TrimEnd(text);
        var inList = !text.IsEmpty && text[text.Length - 1] == '[';
        text = inList ? JsonBlanks.TrimEnd(text.Slice(0, text.Length - 1)) : text;
        if (text.IsEmpty || text[text.Length - 1] != ':')
        {
            return Place.Other;
        }

        text = JsonBlanks.TrimEnd(text.Slice(0, text.Length - 1));
        if (text.IsEmpty || text[text.Length - 1] != '"')
        {
            return Place.Other;
        }

        text = text.Slice(0, text.Length - 1);
        return !inList ? Place.Member
            : RecordFieldNames.TryGet(text.Slice(text.LastIndexOf((byte)'"') + 1), out _) ? Place.FieldList
            : Place.Other;
    }

    /// <summary>Judges the object at the start of the view.</summary>
    /// <param name="listed">Whether it may stand in a list.</param>
    /// <param name="place">What stands before it.</param>
    /// <param name="passed">Where to search on when it is nothing: what lies before cannot be an element either.</param>
    private Found Judge(bool listed, Place place, out int passed)
    {
        var follower = JsonFollower.From(_window);
        switch (follower.Follow(0))
        {
            case JsonStop.Closed:
                return JudgePlace(follower.Offset, listed, place, out passed);
            case JsonStop.Damaged:
                // What stands in it stands inside a damaged object; but its last token may have swallowed more.
                passed = Math.Max(1, follower.LastToken);
                CountFailure();
                return Found.Nothing;
            default:
                // Nothing inside a record is so long; and at the end of the text all that is left is to say so.
                passed = 0;
                return Found.Element;
        }
    }

    private Found JudgePlace(int length, bool listed, Place place, out int passed)
    {
        passed = length;
        if (StandsAlone(length))
        {
            return Found.Element;
        }

        if (!listed || IsBeforeMember(length))
        {
            return Found.Nothing;
        }

        // The list must end, then its envelope, then the text.
        var follower = JsonFollower.BehindElement(_window, length);
        for (var depth = 1; depth >= 0; depth--)
        {
            var stop = follower.Follow(depth);
            passed = follower.Offset;
            switch (stop)
            {
                case JsonStop.Closed when place == Place.FieldList:
                    return Found.Nothing;
                case JsonStop.Closed when StandsAlone(passed) || (depth == 0 && IsBeforeLog(passed)):
                    return Found.ListedElement;
                case JsonStop.Closed:
                    break;
                case JsonStop.Damaged:
                    CountFailure();
                    passed = place == Place.Member ? length : Math.Max(length, follower.LastToken);
                    return place == Place.Other && IsDamagedFurtherOn(follower, depth) ? Found.ListedElement : Found.Nothing;
                default:
                    return Found.ListedElement;
            }
        }

        return Found.Nothing;
    }

    /// <summary>
    /// Whether damage behind an object is another one, in an element after it or between two; or the sign that it does not
    /// stand in the list: a bracket, a colon or a name that fits only inside a record.
    /// </summary>
    private bool IsDamagedFurtherOn(in JsonFollower follower, int depth) =>
        follower.DamageDepth > depth + 1
        || (depth == 1 && _window[follower.DamageAt] is not ((byte)'}' or (byte)':' or (byte)'"'));

    /// <summary>Whether an array of logs ends, or goes on with another log, behind an offset.</summary>
    private bool IsBeforeLog(int at)
    {
        if (_lists < 2 || !SkipBlanksFrom(ref at))
        {
            return false;
        }

        return _window[at] == ']'
            ? StandsAlone(at + 1)
            : _window[at] == (byte)',' && BeginsLog(at + 1);
    }

    private bool BeginsLog(int at)
    {
        _window.Has(at + LongestNeighbour);
        var view = _window.View.Slice(at);
        var text = JsonBlanks.TrimStart(view.Slice(0, Math.Min(LongestNeighbour, view.Length)));
        return !text.IsEmpty && text[0] == '{' && JsonFollower.IsListName(FirstKey(text));
    }

    /// <summary>Whether what follows an offset is the end of the text, or the beginning of another value.</summary>
    private bool StandsAlone(int at) =>
        !SkipBlanksFrom(ref at) || _window[at] is not ((byte)',' or (byte)']' or (byte)'}' or (byte)':' or (byte)'"');

    /// <summary>Whether what follows an offset shows without a closer look that a member's value ends there.</summary>
    private bool IsBeforeMember(int at) => SkipBlanksFrom(ref at)
        && (_window[at] == '}' || (_window[at++] == ',' && SkipBlanksFrom(ref at) && _window[at] == '"'));

    private bool SkipBlanksFrom(ref int at)
    {
        // So many blanks are as good as the end, and more would only stretch the window.
        while (at < LongestElement && _window.Has(at))
        {
            if (!JsonBlanks.Is(_window[at]))
            {
                return true;
            }

            at++;
            _window.Examined++;
        }

        return false;
    }

    /// <summary>Whether a name and a colon stand behind the brace. Cheap, so that not every brace in other text costs an
    /// exception.</summary>
    private bool BeginsWithMember()
    {
        var name = FirstKey();
        if (name.IsEmpty)
        {
            return false;
        }

        _window.View.Overlaps(name, out var at);
        var behind = JsonBlanks.TrimStart(_window.View.Slice(at + name.Length + 1));
        return behind.IsEmpty || behind[0] == ':';
    }

    private void CountFailure()
    {
        if (++_failures == MostDamages)
        {
            GiveUp("too much of this file is damaged; what follows was not read");
        }
    }
}
