#include "core/io/formats/pickle_machine.h"

#include "core/base/printable.h"
#include "core/io/formats/pickle_state.h"

#include <algorithm>
#include <array>
#include <unordered_map>

namespace aq {
namespace {

constexpr int maxProtocol = 5;
constexpr std::uint8_t maxLong = 16; ///< Bytes.

using Kind = PickleValue::Kind;

/// One handler per opcode; each returns false after fail().
class Machine final : private PickleState {
public:
    using PickleState::PickleState;

    Result<PickleDocument> run()
    {
        while (!m_stopped) {
            m_opAt = m_at;
            std::uint8_t code = 0;
            if (!readNumber(code))
                return located();
            const Handler handler = handlers()[code];
            if (!handler) {
                fail(unsupported(QStringLiteral("opcode 0x%1, which a state dict does not need")
                                     .arg(code, 2, 16, QLatin1Char('0'))));
                return located();
            }
            if (!(this->*handler)())
                return located();
        }
        return std::move(m_doc);
    }

private:
    using Handler = bool (Machine::*)();

    Error located() const { return m_error.in(QStringLiteral("byte %1").arg(m_opAt)); }

    // Opcodes: constants and numbers.

    bool proto()
    {
        std::uint8_t version = 0;
        if (!readNumber(version))
            return false;
        return version <= maxProtocol
            || fail(unsupported(QStringLiteral("pickle protocol %1").arg(version)));
    }

    bool frame() // A hint about how much to read at once.
    {
        std::uint64_t size = 0;
        if (!readNumber(size))
            return false;
        return size <= remaining() || damaged("a frame runs past the end of the pickle");
    }

    bool none() { return push({}); }
    bool newTrue() { return push({.kind = Kind::Bool, .number = 1}); }
    bool newFalse() { return push({.kind = Kind::Bool, .number = 0}); }

    template <typename T>
    bool integer()
    {
        T value = 0;
        return readNumber(value) && push({.kind = Kind::Int, .number = value});
    }

    bool binFloat()
    {
        std::uint64_t bits = 0;
        return readNumber(bits) && push({.kind = Kind::Opaque});
    }

    bool long1() // Two's complement, little endian.
    {
        std::uint8_t size = 0;
        if (!readNumber(size))
            return false;
        if (size > maxLong)
            return fail(unsupported(QStringLiteral("an integer of %1 bytes").arg(size)));
        if (size > remaining())
            return damaged("the pickle is cut short");
        const bool negative
            = size > 0 && (m_doc.bytes[m_at + size - 1] & std::byte(0x80)) != std::byte(0);
        std::uint64_t value = negative ? ~std::uint64_t(0) : 0;
        for (std::size_t i = std::min<std::size_t>(size, 8); i-- > 0;)
            value = value << 8 | std::to_integer<std::uint64_t>(m_doc.bytes[m_at + i]);
        m_at += size;
        return push(size > 8 ? PickleValue{.kind = Kind::Opaque}
                             : PickleValue{.kind = Kind::Int, .number = std::int64_t(value)});
    }

    template <Kind kind, typename Length>
    bool text()
    {
        Length length = 0;
        if (!readNumber(length))
            return false;
        if (length > remaining())
            return damaged("a string runs past the end of the pickle");
        const auto start = std::int64_t(m_at);
        m_at += std::size_t(length);
        return push({.kind = kind, .length = std::uint32_t(length), .number = start});
    }

    // Opcodes: containers.

    bool mark()
    {
        if (m_marks.size() == m_marks.capacity() && !pay(m_marks.size() * sizeof(std::size_t)))
            return false;
        m_marks.push_back(m_stack.size());
        return true;
    }

    bool popTop()
    {
        PickleValue dropped;
        return pop(dropped);
    }

    template <Kind kind>
    bool empty()
    {
        return pushObject(kind, {});
    }

    template <std::size_t count>
    bool tupleOf()
    {
        std::array<PickleValue, count> items;
        for (std::size_t i = count; i-- > 0;)
            if (!pop(items[i]))
                return false;
        return pushObject(Kind::Tuple, items);
    }

    template <Kind kind>
    bool sinceMark()
    {
        std::span<const PickleValue> items;
        PickleValue made;
        if (!popMark(items))
            return false;
        if (kind == Kind::Dict && items.size() % 2 != 0)
            return damaged("a key without a value");
        if (!makeObject(kind, items, made))
            return false;
        drop(items.size());
        return push(made);
    }

    /// Adds the `count` values on top to the container below them.
    bool addTop(Kind kind, std::size_t count)
    {
        const std::size_t floor = m_marks.empty() ? 0 : m_marks.back();
        if (m_stack.size() - floor < count + 1)
            return damaged("the stack is empty");
        const PickleValue into = m_stack[m_stack.size() - count - 1];
        if (into.kind != kind)
            return damaged(kind == Kind::List ? "appends to no list" : "sets an item of no dict");
        if (!extend(into, std::span(m_stack).last(count)))
            return false;
        drop(count);
        return true;
    }
    bool append() { return addTop(Kind::List, 1); }
    bool setItem() { return addTop(Kind::Dict, 2); }

    template <Kind kind>
    bool addSinceMark()
    {
        std::span<const PickleValue> items;
        if (!popMark(items))
            return false;
        if (kind == Kind::Dict && items.size() % 2 != 0)
            return damaged("a key without a value");
        return addTop(kind, items.size());
    }

    // Opcodes: the memo. Pickles number it from 0, so nearly all of it lies in m_memo.

    bool memoPut(std::uint32_t index)
    {
        const std::size_t floor = m_marks.empty() ? 0 : m_marks.back();
        if (m_stack.size() <= floor)
            return damaged("the stack is empty");
        if (index < m_memo.size()) {
            m_memo[index] = m_stack.back();
            return true;
        }
        if (index != m_memo.size()) {
            m_sparseMemo[index] = m_stack.back();
            return pay(4 * sizeof(PickleValue));
        }
        m_sparseMemo.erase(index);
        m_memo.push_back(m_stack.back());
        return pay(2 * sizeof(PickleValue));
    }

    template <typename T>
    bool put()
    {
        T index = 0;
        return readNumber(index) && memoPut(index);
    }

    template <typename T>
    bool get()
    {
        T index = 0;
        if (!readNumber(index))
            return false;
        if (index < m_memo.size())
            return push(m_memo[index]);
        const auto found = m_sparseMemo.find(index);
        return found != m_sparseMemo.end() ? push(found->second)
                                           : damaged("the memo has no such entry");
    }

    bool memoize() { return memoPut(std::uint32_t(m_memo.size() + m_sparseMemo.size())); }

    // Opcodes: globals, and what is made with them.

    bool pushGlobal(QByteArrayView module, QByteArrayView name)
    {
        const auto table = pickleGlobals();
        for (std::size_t i = 0; i < table.size(); ++i)
            if (module == table[i].module && name == table[i].name)
                return push({.kind = Kind::Global, .number = std::int64_t(i)});
        return fail(unsupported(
            QStringLiteral("names '%1', which a state dict does not need; nothing was run")
                .arg(printable(
                    QString::fromUtf8(module) + QLatin1Char('.') + QString::fromUtf8(name)))));
    }

    bool global()
    {
        QByteArrayView module, name;
        return readLine(module) && readLine(name) && pushGlobal(module, name);
    }

    bool stackGlobal()
    {
        PickleValue module, name;
        if (!pop(name) || !pop(module))
            return false;
        if (name.kind != Kind::Text || module.kind != Kind::Text)
            return damaged("a global is named by no string");
        return pushGlobal(m_doc.text(module), m_doc.text(name));
    }

    bool persistentId() // ('storage', type, key, device, number of elements)
    {
        PickleValue id;
        if (!pop(id))
            return false;
        const auto items
            = id.kind == Kind::Tuple ? m_doc.items(id) : std::span<const PickleValue>();
        if (items.size() != 5 || items[0].kind != Kind::Text || m_doc.text(items[0]) != "storage"
            || !isStorageType(items[1]) || items[2].kind != Kind::Text
            || items[3].kind != Kind::Text || items[4].kind != Kind::Int || items[4].number < 0)
            return damaged("a persistent id that is no storage");
        return pushObject(Kind::Storage, std::array{items[1], items[2], items[4]});
    }

    bool isStorageType(const PickleValue& value) const
    {
        if (value.kind != Kind::Global)
            return false;
        const auto kind = m_doc.global(value).kind;
        return kind == PickleGlobal::Kind::Storage || kind == PickleGlobal::Kind::UntypedStorage;
    }

    bool reduce()
    {
        PickleValue arguments, callable;
        if (!pop(arguments) || !pop(callable))
            return false;
        if (callable.kind != Kind::Global || arguments.kind != Kind::Tuple)
            return damaged("calls what is no function");
        const auto items = m_doc.items(arguments);
        switch (m_doc.global(callable).kind) {
        case PickleGlobal::Kind::OrderedDict:
            return orderedDict(items);
        case PickleGlobal::Kind::Size:
            return size(items);
        case PickleGlobal::Kind::RebuildTensor:
            return tensor(items, 4, 4);
        case PickleGlobal::Kind::RebuildTensorV2:
            return tensor(items, 6, 7);
        case PickleGlobal::Kind::RebuildTensorV3:
            return tensor(items, 7, 8);
        case PickleGlobal::Kind::RebuildParameter:
            return (items.size() == 3 && items[0].kind == Kind::Tensor)
                ? push(items[0])
                : damaged("a parameter of no tensor");
        default:
            return damaged("calls a type that is no function");
        }
    }

    bool orderedDict(std::span<const PickleValue> items) // (), or ([(key, value), ...],)
    {
        std::vector<PickleValue> pairs;
        if (items.size() > 1 || (items.size() == 1 && items[0].kind != Kind::List))
            return damaged("an OrderedDict of something else than pairs");
        for (const PickleValue& pair : items.empty() ? items : m_doc.items(items[0])) {
            if ((pair.kind != Kind::Tuple && pair.kind != Kind::List)
                || m_doc.items(pair).size() != 2)
                return damaged("an OrderedDict of something else than pairs");
            pairs.push_back(m_doc.items(pair)[0]);
            pairs.push_back(m_doc.items(pair)[1]);
        }
        return pushObject(Kind::Dict, pairs);
    }

    bool size(std::span<const PickleValue> items)
    {
        return items.size() == 1 && items[0].kind == Kind::Tuple ? push(items[0])
                                                                 : damaged("a Size of no tuple");
    }

    /// (storage, offset, shape, strides[, requires_grad, hooks[, dtype][, metadata]])
    bool tensor(std::span<const PickleValue> items, std::size_t least, std::size_t most)
    {
        if (items.size() < least || items.size() > most || items[0].kind != Kind::Storage
            || items[1].kind != Kind::Int || items[2].kind != Kind::Tuple
            || items[3].kind != Kind::Tuple)
            return damaged("a tensor made from something else");
        PickleValue dtype;
        if (least == 7) {
            dtype = items[6];
            if (dtype.kind != Kind::Global
                || m_doc.global(dtype).kind != PickleGlobal::Kind::ElementType)
                return damaged("a tensor of no known dtype");
        }
        return pushObject(Kind::Tensor, std::array{items[0], items[1], items[2], items[3], dtype});
    }

    bool build() // A dict's attributes (_metadata) say nothing about the weights.
    {
        PickleValue state;
        if (!pop(state))
            return false;
        const std::size_t floor = m_marks.empty() ? 0 : m_marks.back();
        if (m_stack.size() <= floor || m_stack.back().kind != Kind::Dict
            || state.kind != Kind::Dict)
            return damaged("sets the state of something else than a dict");
        return true;
    }

    bool stop()
    {
        if (!pop(m_doc.root))
            return false;
        if (!m_stack.empty() || !m_marks.empty())
            return damaged("values are left over at the end");
        m_stopped = true;
        const auto nesting = checkNesting(m_doc);
        return bool(nesting) || fail(nesting.error());
    }

    static constexpr std::array<Handler, 256> makeHandlers();
    static const std::array<Handler, 256>& handlers();

    std::vector<PickleValue> m_memo;
    std::unordered_map<std::uint32_t, PickleValue> m_sparseMemo;
    bool m_stopped = false;
};

/// The opcodes that state dicts are made of. @see Lib/pickletools.py in CPython.
constexpr std::array<Machine::Handler, 256> Machine::makeHandlers()
{
    std::array<Handler, 256> table{};
    table[0x80] = &Machine::proto;
    table[0x95] = &Machine::frame;
    table['('] = &Machine::mark;
    table['.'] = &Machine::stop;
    table['0'] = &Machine::popTop;
    table['N'] = &Machine::none;
    table[0x88] = &Machine::newTrue;
    table[0x89] = &Machine::newFalse;
    table['J'] = &Machine::integer<std::int32_t>;
    table['K'] = &Machine::integer<std::uint8_t>;
    table['M'] = &Machine::integer<std::uint16_t>;
    table[0x8a] = &Machine::long1;
    table['G'] = &Machine::binFloat;
    table['X'] = &Machine::text<Kind::Text, std::uint32_t>;
    table[0x8c] = &Machine::text<Kind::Text, std::uint8_t>;
    table[0x8d] = &Machine::text<Kind::Text, std::uint64_t>;
    table['B'] = &Machine::text<Kind::Binary, std::uint32_t>;
    table['C'] = &Machine::text<Kind::Binary, std::uint8_t>;
    table[0x8e] = &Machine::text<Kind::Binary, std::uint64_t>;
    table[')'] = &Machine::empty<Kind::Tuple>;
    table[']'] = &Machine::empty<Kind::List>;
    table['}'] = &Machine::empty<Kind::Dict>;
    table['t'] = &Machine::sinceMark<Kind::Tuple>;
    table['l'] = &Machine::sinceMark<Kind::List>;
    table['d'] = &Machine::sinceMark<Kind::Dict>;
    table[0x85] = &Machine::tupleOf<1>;
    table[0x86] = &Machine::tupleOf<2>;
    table[0x87] = &Machine::tupleOf<3>;
    table['a'] = &Machine::append;
    table['e'] = &Machine::addSinceMark<Kind::List>;
    table['s'] = &Machine::setItem;
    table['u'] = &Machine::addSinceMark<Kind::Dict>;
    table['q'] = &Machine::put<std::uint8_t>;
    table['r'] = &Machine::put<std::uint32_t>;
    table['h'] = &Machine::get<std::uint8_t>;
    table['j'] = &Machine::get<std::uint32_t>;
    table[0x94] = &Machine::memoize;
    table['c'] = &Machine::global;
    table[0x93] = &Machine::stackGlobal;
    table['R'] = &Machine::reduce;
    table['b'] = &Machine::build;
    table['Q'] = &Machine::persistentId;
    return table;
}

const std::array<Machine::Handler, 256>& Machine::handlers()
{
    static constexpr std::array<Handler, 256> table = makeHandlers();
    return table;
}

} // namespace

std::span<const PickleValue> PickleDocument::items(const PickleValue& object) const
{
    return objects[std::size_t(object.number)];
}

QByteArrayView PickleDocument::text(const PickleValue& value) const
{
    return QByteArrayView(bytes.data() + value.number, qsizetype(value.length));
}

const PickleGlobal& PickleDocument::global(const PickleValue& value) const
{
    return pickleGlobals()[std::size_t(value.number)];
}

Result<PickleDocument> readPickle(std::vector<std::byte> bytes)
{
    return Machine(std::move(bytes)).run();
}

} // namespace aq
