using System.Collections.Generic;
using System.IO;
using System.Linq;
using Xunit;

namespace DeadlineTrail.Core.Tests.Parsing;

/// <summary>On valid texts of every shape the fast reader gives exactly what the slow one gives.</summary>
public class OracleAgreementTests
{
    private const int InitialWindow = 256 * 1024;

    public static TheoryData<LogShape> Shapes => [.. System.Enum.GetValues<LogShape>()];

    [Theory]
    [MemberData(nameof(Shapes))]
    public void Every_shape_is_read_as_the_oracle_reads_it(LogShape shape)
    {
        var records = 0;
        for (var seed = 0; seed < 150; seed++)
        {
            records += Agree(GeneratedLog.Make(shape, seed, seed % 7).Bytes, size => size == 0 || seed % 10 == 0, seed);
        }

        Assert.InRange(records, 300, 450);
    }

    [Theory]
    [InlineData(128)]
    [InlineData(640)]
    [InlineData(4096)]
    public void Records_that_end_around_the_scanners_blocks_are_read_as_the_oracle_reads_them(int size)
    {
        for (var seed = 0; seed < 150; seed++)
        {
            Agree(GeneratedLog.Make((LogShape)(seed % 8), seed, 4, size).Bytes, piece => piece == 0, seed);
        }
    }

    [Theory]
    [MemberData(nameof(Shapes))]
    public void Records_that_end_around_the_windows_end_are_read_as_the_oracle_reads_them(LogShape shape)
    {
        foreach (var size in new[] { InitialWindow / 2, InitialWindow, 2 * InitialWindow })
        {
            Agree(GeneratedLog.Make(shape, size, 5, size).Bytes, piece => piece == 0, size);
        }
    }

    [Fact]
    public void A_log_of_many_windows_is_read_as_the_oracle_reads_it()
    {
        var log = GeneratedLog.Make(LogShape.LogFile, 1, 3000, 700).Bytes;

        Assert.True(log.Length > 4 * InitialWindow);
        Agree(log, piece => piece == 0, 1);
    }

    [Fact]
    public void One_reader_reads_many_logs_as_if_each_were_its_first()
    {
        var reading = new LogReading();
        var reader = new DeadlineTrail.Parsing.LogReader(reading, null);
        var expected = new List<string>();
        for (var seed = 0; seed < 100; seed++)
        {
            var log = GeneratedLog.Make((LogShape)(seed % 15), seed, 3, seed % 9 == 0 ? 3 * InitialWindow : 0).Bytes;
            var cut = seed % 5 == 0 ? log[..(log.Length / 2)] : log;
            expected.AddRange(LogReading.Of(cut).Records.Select(record => record.Raw));
            reading.Read(reader, new MemoryStream(cut));
        }

        Assert.Equal(expected, reading.Records.Select(record => record.Raw));
    }

    private static int Agree(byte[] text, System.Func<int, bool> pieces, int seed)
    {
        var oracle = OracleReader.Read(text);
        Assert.NotNull(oracle);
        foreach (var size in new[] { -1, 0, 1, 64 })
        {
            if (size >= 0 && !pieces(size))
            {
                continue;
            }

            foreach (var needle in new[] { false, true })
            {
                using Stream stream = size < 0 ? new MemoryStream(text) : new PieceStream(text, size, seed);
                var reading = LogReading.Of(stream, needle);
                var expected = oracle.Where(record => !needle || record.Source == LogReading.Deadline).Select(record => (record.Number, record.Raw));
                var actual = needle ? reading.DeadlineRecords : reading.Records;

                Assert.Equal(expected, actual.Select(record => (record.Number, record.Raw)));
                Assert.Empty(reading.Damages);
                Assert.All(actual, record => Assert.Equal((byte)'{', text[record.Position]));
            }
        }

        return oracle.Count;
    }
}
