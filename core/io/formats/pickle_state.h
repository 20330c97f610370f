#pragma once
#include "core/io/formats/pickle_machine.h"
#include "core/io/refusal.h"

#include <QtEndian>
#include <algorithm>

namespace aq {

/// Refuses values that contain themselves or nest more than 1000 deep below the root.
Result<void> checkNesting(const PickleDocument& pickle);

/// What the machine works on: the pickle's bytes, the stack, the objects, the purse that pays for
/// memory, and the first error. Functions that return bool have called fail() when it is false.
class PickleState {
public:
    explicit PickleState(std::vector<std::byte> bytes) { m_doc.bytes = std::move(bytes); }

protected:
    static constexpr std::size_t maxMemory = 160 << 20; ///< Bytes for objects, stack and memo.

    bool fail(Error error)
    {
        m_error = std::move(error);
        return false;
    }
    bool damaged(const char* what) { return fail(corrupt(QLatin1StringView(what))); }

    // The pickle's bytes.

    std::size_t remaining() const { return m_doc.bytes.size() - m_at; }

    template <typename T>
    bool readNumber(T& value)
    {
        if (remaining() < sizeof(T))
            return damaged("the pickle is cut short");
        value = qFromLittleEndian<T>(m_doc.bytes.data() + m_at);
        m_at += sizeof(T);
        return true;
    }

    /// A line without its end.
    bool readLine(QByteArrayView& line)
    {
        const auto begin = m_doc.bytes.begin() + std::ptrdiff_t(m_at);
        const auto end = std::find(begin, m_doc.bytes.end(), std::byte('\n'));
        if (end == m_doc.bytes.end())
            return damaged("the pickle is cut short");
        line = QByteArrayView(m_doc.bytes.data() + m_at, end - begin);
        m_at += std::size_t(end - begin) + 1;
        return true;
    }

    // Memory: every growth is paid for from one purse.

    bool pay(std::size_t bytes)
    {
        m_paid += bytes;
        return m_paid <= maxMemory
            || fail(unsupported(QStringLiteral("more values than a state dict needs")));
    }

    // The stack. A mark is a height below which nothing is taken until the mark is.

    bool push(PickleValue value)
    {
        if (m_stack.size() == m_stack.capacity() && !pay(m_stack.size() * sizeof value))
            return false;
        m_stack.push_back(value);
        return true;
    }

    bool pop(PickleValue& value)
    {
        if (m_stack.size() <= (m_marks.empty() ? 0 : m_marks.back()))
            return damaged("the stack is empty");
        value = m_stack.back();
        m_stack.pop_back();
        return true;
    }

    /// Everything above the last mark, which goes; the values stay until dropped.
    bool popMark(std::span<const PickleValue>& values)
    {
        if (m_marks.empty())
            return damaged("there is no mark");
        values = std::span(m_stack).subspan(m_marks.back());
        m_marks.pop_back();
        return true;
    }
    void drop(std::size_t count) { m_stack.resize(m_stack.size() - count); }

    // Objects.

    bool makeObject(PickleValue::Kind kind, std::span<const PickleValue> items, PickleValue& made)
    {
        if (!pay(sizeof(std::vector<PickleValue>) + items.size_bytes()))
            return false;
        made = {.kind = kind, .number = std::int64_t(m_doc.objects.size())};
        m_doc.objects.emplace_back(items.begin(), items.end());
        return true;
    }

    bool pushObject(PickleValue::Kind kind, std::span<const PickleValue> items)
    {
        PickleValue made;
        return makeObject(kind, items, made) && push(made);
    }

    bool extend(const PickleValue& object, std::span<const PickleValue> items)
    {
        auto& into = m_doc.objects[std::size_t(object.number)];
        if (into.capacity() - into.size() < items.size()
            && !pay(2 * (items.size_bytes() + into.size() * sizeof(PickleValue))))
            return false;
        into.insert(into.end(), items.begin(), items.end());
        return true;
    }

    PickleDocument m_doc;
    std::size_t m_at = 0, m_opAt = 0; ///< Next byte to read; the opcode being run.
    std::size_t m_paid = 0;           ///< Bytes, of maxMemory.
    std::vector<PickleValue> m_stack;
    std::vector<std::size_t> m_marks; ///< Heights of the stack.
    Error m_error{ErrorCode::Corrupt, {}, {}};
};

} // namespace aq
