#include "ui/models/natural_order.h"

#include <algorithm>
#include <span>
#include <string>

namespace aq {
namespace {

using Byte = unsigned char;

/// A name as bytes, with a 0 at the end, and which name it is.
struct Key {
    const Byte* bytes;
    int name;
};

bool isDigit(QChar c) { return c >= u'0' && c <= u'9'; }

/// Appends bytes whose plain order is the natural one: a number begins with how long it is.
void append(std::basic_string<Byte>& bytes, QStringView name)
{
    for (qsizetype i = 0; i < name.size();) {
        const char16_t c = name[i].unicode();
        if (!isDigit(name[i])) {
            if (c < 0x80)
                bytes += Byte(std::max<char16_t>(c, 1));
            else
                bytes += {Byte(0x80 | (c >> 12)), Byte(0x80 | ((c >> 6) & 0x3f)),
                    Byte(0x80 | (c & 0x3f))};
            ++i;
            continue;
        }
        while (i < name.size() && name[i] == u'0')
            ++i;
        const qsizetype first = i;
        while (i < name.size() && isDigit(name[i]))
            ++i;
        bytes += Byte('0' + std::min<qsizetype>(i - first, 9)); // Below every letter.
        for (qsizetype k = first; k < i; ++k)
            bytes += Byte(name[k].unicode());
    }
    bytes += Byte(0);
}

/// @see Bentley and Sedgewick, "Fast algorithms for sorting and searching strings", 1997
void sort(std::span<Key> keys, std::size_t depth)
{
    while (keys.size() > 1) {
        const Byte middle = keys[keys.size() / 2].bytes[depth];
        std::size_t low = 0, high = keys.size();
        for (std::size_t i = 0; i < high;) {
            const Byte byte = keys[i].bytes[depth];
            if (byte < middle)
                std::swap(keys[low++], keys[i++]);
            else if (byte > middle)
                std::swap(keys[i], keys[--high]);
            else
                ++i;
        }
        sort(keys.first(low), depth);
        sort(keys.subspan(high), depth);
        keys = keys.subspan(low, high - low);
        if (middle == 0) { // All of it is equal.
            std::ranges::sort(keys, {}, &Key::name);
            return;
        }
        ++depth;
    }
}

} // namespace

std::vector<int> naturalRanks(
    std::size_t count, const std::function<QStringView(std::size_t)>& name)
{
    std::basic_string<Byte> bytes;
    std::vector<std::size_t> starts;
    for (std::size_t i = 0; i < count; ++i) {
        starts.push_back(bytes.size());
        append(bytes, name(i));
    }
    std::vector<Key> keys;
    for (std::size_t i = 0; i < count; ++i)
        keys.push_back({bytes.data() + starts[i], int(i)});
    sort(keys, 0);
    std::vector<int> ranks(count);
    for (std::size_t i = 0; i < count; ++i)
        ranks[std::size_t(keys[i].name)] = int(i);
    return ranks;
}

} // namespace aq
