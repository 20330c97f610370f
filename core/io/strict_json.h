#pragma once
#include "core/io/byte_source.h"
#include "core/io/refusal.h"

#include <algorithm>
#include <cstring>
#include <nlohmann/json.hpp>

namespace aq {

/// Base of the handlers for strictJson(): the names that the parser wants, and the error.
class JsonHandler {
public:
    using number_integer_t = nlohmann::json::number_integer_t;
    using number_unsigned_t = nlohmann::json::number_unsigned_t;
    using number_float_t = nlohmann::json::number_float_t;
    using string_t = nlohmann::json::string_t;
    using binary_t = nlohmann::json::binary_t;

    bool parse_error(std::size_t position, const std::string&, const nlohmann::detail::exception&)
    {
        return refuse(corrupt(QStringLiteral("not valid JSON at byte %1").arg(position)));
    }

    Error error() const { return m_error; }

protected:
    bool refuse(Error error)
    {
        m_error = std::move(error);
        return false;
    }

private:
    Error m_error{ErrorCode::Corrupt, QStringLiteral("not a JSON object"), {}};
};

/// Hands the events of one JSON text to `handler`, which ends the parse by returning false. The
/// text is strict UTF-8 without byte order mark; after the value only blanks may follow. The
/// parser keeps one bit per level, builds no tree, does not recurse and throws nothing.
template <typename Handler>
Result<void> strictJson(Bytes text, Handler& handler)
{
    const auto* begin = reinterpret_cast<const char*>(text.data());
    const auto* end = begin + text.size();
    if (text.size() >= 3 && std::memcmp(begin, "\xEF\xBB\xBF", 3) == 0) // Would be skipped.
        return corrupt(QStringLiteral("begins with a byte order mark"));
    if (std::find(begin, end, '\0') != end) // Would be taken for the end of the text.
        return corrupt(QStringLiteral("holds a zero byte"));
    if (!nlohmann::json::sax_parse(begin, end, &handler))
        return handler.error();
    return {};
}

} // namespace aq
