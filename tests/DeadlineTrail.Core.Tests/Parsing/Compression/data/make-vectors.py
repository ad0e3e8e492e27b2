#!/usr/bin/env python3
"""Writes vectors.tsv and flipped-bits.tsv, the expected values of the gzip tests, with zlib itself.

vectors.tsv       name, gzip file (base64), CRC-32 of the text, length of the text
flipped-bits.tsv  first line: a small log file (base64). Then for each bit of its deflate data and trailer:
                  byte, bit, how zlib ends (done, cut, invalid), length of the text that comes out, its CRC-32,
                  bytes of the file left over. total_out of the C library is exact where Python's own module is not.
"""
import base64, ctypes, ctypes.util, gzip, io, json, os, subprocess, zlib

here = os.path.dirname(os.path.abspath(__file__))


def text(records):
    return json.dumps({"Records": [{
        "eventVersion": "1.11", "eventTime": "2026-03-02T10:%02d:00Z" % (n % 60),
        "eventSource": "deadline.amazonaws.com", "eventName": ["GetJob", "CreateJob", "ListQueues"][n % 3],
        "awsRegion": "us-west-2", "sourceIPAddress": "203.0.113.%d" % (n % 250),
        "eventID": "%08x-0000-4000-8000-%012x" % (n * 2654435761 % 2 ** 32, n)} for n in range(records)]},
        separators=(",", ":")).encode()


def deflate(data, level, strategy):
    maker = zlib.compressobj(level, zlib.DEFLATED, -15, 8, strategy)
    return maker.compress(data) + maker.flush()


def member(data, level=6, strategy=zlib.Z_DEFAULT_STRATEGY, flags=0, extra=b"", name=b"", comment=b""):
    head = b"\x1f\x8b\x08" + bytes([flags]) + b"\x00\x00\x00\x00\x00\xff"
    if flags & 4:
        head += len(extra).to_bytes(2, "little") + extra
    if flags & 8:
        head += name + b"\0"
    if flags & 16:
        head += comment + b"\0"
    if flags & 2:
        head += (zlib.crc32(head) & 0xFFFF).to_bytes(2, "little")
    return head + deflate(data, level, strategy) + zlib.crc32(data).to_bytes(4, "little") + len(data).to_bytes(4, "little")


def vectors():
    log = text(9)
    everything = 2 | 4 | 8 | 16
    yield "gzip(1) from a file, with its name", subprocess.run(
        ["gzip", "-c", "vectors-source.json"], cwd=here, check=True, capture_output=True).stdout
    yield "gzip(1) -1 from standard input", subprocess.run(["gzip", "-1"], input=log, check=True, capture_output=True).stdout
    buffer = io.BytesIO()
    with gzip.GzipFile("some name.json", "wb", 9, buffer, mtime=1772445900) as file:
        file.write(log)
    yield "Python's gzip module", buffer.getvalue()
    yield "stored", member(log, 0)
    yield "fixed Huffman codes", member(log, 9, zlib.Z_FIXED)
    yield "Huffman codes only", member(log, 9, zlib.Z_HUFFMAN_ONLY)
    yield "run lengths", member(log, 9, zlib.Z_RLE)
    yield "extra field", member(log, flags=4, extra=b"AP\x02\x00\x1f\x8b")
    yield "empty extra field", member(log, flags=4)
    yield "name and comment", member(log, flags=8 | 16, name=b"x", comment=b"")
    yield "all optional fields", member(log, flags=everything, extra=b"\0" * 300, name=b"n" * 400, comment=b"c")
    yield "header checksum alone", member(log, flags=2)
    yield "marked as text", member(log, flags=1)
    yield "empty", member(b"")
    yield "three members, one of them empty", member(log[:100]) + member(b"") + member(log[100:], flags=everything)
    yield "what looks like a member inside stored data", member(
        b"".join(b"x" * n + b"\x1f\x8b\x08" for n in range(24)), 0)


class Stream(ctypes.Structure):
    _fields_ = [("next_in", ctypes.c_void_p), ("avail_in", ctypes.c_uint), ("total_in", ctypes.c_ulong),
                ("next_out", ctypes.c_void_p), ("avail_out", ctypes.c_uint), ("total_out", ctypes.c_ulong),
                ("msg", ctypes.c_char_p), ("state", ctypes.c_void_p), ("zalloc", ctypes.c_void_p),
                ("zfree", ctypes.c_void_p), ("opaque", ctypes.c_void_p), ("data_type", ctypes.c_int),
                ("adler", ctypes.c_ulong), ("reserved", ctypes.c_ulong)]


library = ctypes.CDLL(ctypes.util.find_library("z"))
library.zlibVersion.restype = ctypes.c_char_p


def inflate(data):
    source, target = ctypes.create_string_buffer(data, len(data)), ctypes.create_string_buffer(1 << 20)
    stream = Stream()
    stream.next_in, stream.avail_in = ctypes.addressof(source), len(data)
    stream.next_out, stream.avail_out = ctypes.addressof(target), len(target)
    assert library.inflateInit2_(ctypes.byref(stream), -15, library.zlibVersion(), ctypes.sizeof(stream)) == 0
    result = library.inflate(ctypes.byref(stream), 0)
    library.inflateEnd(ctypes.byref(stream))
    end = {1: "done", 0: "cut", -5: "cut", -3: "invalid"}[result]
    return end, target.raw[:stream.total_out], stream.avail_in


with open(os.path.join(here, "vectors-source.json"), "wb") as file:
    file.write(text(9))
os.utime(file.name, (1772445900, 1772445900))
with open(os.path.join(here, "vectors.tsv"), "w", newline="\n") as file:
    for name, data in vectors():
        plain = gzip.decompress(data)
        file.write("%s\t%s\t%08X\t%d\n" % (name, base64.b64encode(data).decode(), zlib.crc32(plain), len(plain)))
with open(os.path.join(here, "flipped-bits.tsv"), "w", newline="\n") as file:
    whole = member(text(6))
    file.write(base64.b64encode(whole).decode() + "\n")
    for byte in range(10, len(whole)):
        for bit in range(8):
            flipped = bytearray(whole)
            flipped[byte] ^= 1 << bit
            end, plain, left = inflate(bytes(flipped[10:]))
            file.write("%d\t%d\t%s\t%d\t%08X\t%d\n" % (byte, bit, end, len(plain), zlib.crc32(plain), left))
