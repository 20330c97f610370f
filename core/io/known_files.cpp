#include "core/io/known_files.h"

#include <algorithm>
#include <array>
#include <string_view>

namespace aq {
namespace {

/// A file that begins with `magic`, after blanks and without regard to case where `isText`.
struct KnownFile {
    std::string_view magic;
    bool isText;
    const char* what;
};

constexpr std::array knownFiles{
    KnownFile{"version https://git-lfs.github.com/spec/", true,
        "a git-lfs pointer, not the model itself: run `git lfs pull` in its repository"},
    KnownFile{"<!doctype html", true, "a web page, not a model: the download went wrong"},
    KnownFile{"<html", true, "a web page, not a model: the download went wrong"},
    KnownFile{"<?xml", true, "an XML document, not a model: the download may have gone wrong"},
    KnownFile{"GGML", false, "an old GGML file, not supported"},
    KnownFile{"ggjt", false, "an old GGML file, not supported"},
    KnownFile{"lmgg", false, "an old GGML file, not supported"},
    KnownFile{"tjgg", false, "an old GGML file, not supported"},
    KnownFile{{"\x80\x02\x8a\x0a\x6c\xfc\x9c\x46\xf9\x20", 10}, false,
        "a PyTorch checkpoint in the format before 1.6: save it again with a newer PyTorch"},
    KnownFile{{"\x89HDF\r\n\x1a\n", 8}, false, "an HDF5 (Keras) file, not supported"},
    KnownFile{{"\x93NUMPY", 6}, false, "a NumPy array, not supported"},
    KnownFile{"PAR1", false, "a Parquet file, not supported"},
    KnownFile{{"\x1f\x8b", 2}, false, "compressed with gzip: unpack it first"},
    KnownFile{{"BZh", 3}, false, "compressed with bzip2: unpack it first"},
    KnownFile{{"\xfd"
               "7zXZ",
                  5},
        false, "compressed with xz: unpack it first"},
    KnownFile{{"\x28\xb5\x2f\xfd", 4}, false, "compressed with zstd: unpack it first"},
    KnownFile{{"7z\xbc\xaf\x27\x1c", 6}, false, "a 7z archive: unpack it first"},
    KnownFile{"Rar!", false, "a rar archive: unpack it first"},
};

bool equalIgnoringCase(std::string_view a, std::string_view b)
{
    const auto lower = [](char c) { return c >= 'A' && c <= 'Z' ? char(c + 32) : c; };
    return std::equal(a.begin(), a.end(), b.begin(), b.end(),
        [&](char x, char y) { return lower(x) == lower(y); });
}

bool matches(const KnownFile& known, std::string_view head)
{
    if (!known.isText)
        return head.starts_with(known.magic);
    if (head.starts_with("\xEF\xBB\xBF"))
        head.remove_prefix(3);
    head.remove_prefix(std::min(head.find_first_not_of(" \t\r\n"), head.size()));
    return equalIgnoringCase(head.substr(0, known.magic.size()), known.magic);
}

/// A pickle without an archive around it: protocol 2 to 5, then an opcode that begins a value.
bool isPickle(std::string_view head)
{
    return head.size() > 2 && head[0] == '\x80' && head[1] >= 2 && head[1] <= 5
        && std::string_view("}](cN)\x95\x8a").find(head[2]) != std::string_view::npos;
}

/// An ONNX model is a protocol buffer: field 1 (the version), then often the producer's name.
bool isOnnx(std::string_view head)
{
    return head.size() > 4 && head[0] == '\x08' && head[1] > 0 && head[1] < 32
        && (head[2] == '\x12' || head[2] == '\x3a');
}

} // namespace

QString knownButUnusable(const Probe& probe)
{
    if (probe.isFolder)
        return {};
    if (probe.size == 0)
        return QStringLiteral("the file is empty");
    const std::string_view head(
        reinterpret_cast<const char*>(probe.head.data()), probe.head.size());
    for (const KnownFile& known : knownFiles)
        if (matches(known, head))
            return QLatin1StringView(known.what);
    if (isPickle(head))
        return QStringLiteral("a bare pickle, not a checkpoint of PyTorch 1.6 or newer");
    if (isOnnx(head))
        return QStringLiteral("it looks like an ONNX model, which is not supported");
    return {};
}

} // namespace aq
