namespace DeadlineTrail.Parsing;

/// <content>Records that are passed many at a time.</content>
internal sealed partial class LogReader
{
    partial void PassRecords()
    {
        if (_lists > 0 && _damages == 0 && BeginsAsRecord())
        {
            var next = ElementScanner.PassRecords(_window.View, _needle!, out var passed);
            _window.Examined += next;
            _window.Advance(next);
            _elements += passed;
        }
    }
}
