#include "core/analysis/architecture.h"

#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSet>
#include <algorithm>
#include <array>
#include <optional>

// A static library's resources are linked in only when something names them; outside any namespace.
static void initResources() { Q_INIT_RESOURCE(architectures); }

namespace aq {

namespace {

struct Table {
    std::vector<Architecture> known; ///< In the order they are tried.
    QStringList keepAlways;          ///< Of any.json: for every network.
};

QStringList strings(const QJsonValue& array)
{
    QStringList list;
    for (const QJsonValue entry : array.toArray())
        list << entry.toString();
    return list;
}

Architecture fromJson(const QJsonObject& object)
{
    Architecture architecture;
    architecture.id = object.value(QLatin1StringView("id")).toString();
    architecture.title = object.value(QLatin1StringView("title")).toString();
    architecture.keep = strings(object.value(QLatin1StringView("keep")));
    architecture.ggufName = object.value(QLatin1StringView("gguf")).toString(architecture.id);
    architecture.hiprec = strings(object.value(QLatin1StringView("hiprec")));
    architecture.banned = strings(object.value(QLatin1StringView("banned")));
    architecture.reshapes = object.value(QLatin1StringView("reshapes")).toBool();
    for (const QJsonValue keys : object.value(QLatin1StringView("keys")).toArray())
        architecture.keys.push_back(strings(keys));
    return architecture;
}

/// "order" in each file says when it is tried: a layout whose names include another's comes first.
Table readTable()
{
    initResources();
    std::vector<std::pair<int, Architecture>> ordered;
    const QDir folder(QStringLiteral(":/architectures"));
    for (const QString& name : folder.entryList(QDir::Files, QDir::Name)) {
        QFile file(folder.filePath(name));
        const bool isOpen = file.open(QIODevice::ReadOnly);
        const auto object = QJsonDocument::fromJson(file.readAll()).object();
        Q_ASSERT(isOpen && !object.isEmpty());
        ordered.emplace_back(object.value(QLatin1StringView("order")).toInt(), fromJson(object));
    }
    std::ranges::stable_sort(ordered, {}, [](const auto& entry) { return entry.first; });

    Table table;
    for (auto& [order, architecture] : ordered) {
        if (architecture.keys.empty())
            table.keepAlways << architecture.keep;
        else
            table.known.push_back(std::move(architecture));
    }
    return table;
}

const Table& table()
{
    static const Table read = readTable();
    return read;
}

/// What other programs put before every name. A uniform prefix must stand before all of them.
struct Prefix {
    const char* text;
    bool isUniform;
};
constexpr std::array prefixes{
    Prefix{"", false},
    Prefix{"model.diffusion_model.", false},
    Prefix{"model.", false},
    Prefix{"unet.", false}, // Components of a diffusers folder.
    Prefix{"transformer.", false},
    Prefix{"net.", true},
};

std::vector<QString> prefixesIn(const ModelHeader& header)
{
    std::vector<QString> found;
    for (const Prefix& prefix : prefixes) {
        const QLatin1StringView text(prefix.text);
        const auto starts = [&](const TensorInfo& tensor) { return tensor.name.startsWith(text); };
        const bool isThere = prefix.isUniform ? std::ranges::all_of(header.tensors, starts)
                                              : std::ranges::any_of(header.tensors, starts);
        if (isThere)
            found.push_back(text);
    }
    return found;
}

/// Whether whole dotted parts of `name` spell `entry`: `^` at its start pins it to the start of the
/// name, `*` at its end lets the last part go on.
bool containsParts(QStringView name, QStringView entry)
{
    const bool isPinned = entry.startsWith(u'^'), isOpen = entry.endsWith(u'*');
    const QStringView wanted = entry.mid(isPinned).chopped(isOpen);
    for (qsizetype at = name.indexOf(wanted); at >= 0; at = name.indexOf(wanted, at + 1)) {
        const qsizetype end = at + wanted.size();
        const bool startsPart = at == 0 || (!isPinned && name[at - 1] == u'.');
        if (startsPart && (isOpen || end == name.size() || name[end] == u'.'))
            return true;
    }
    return false;
}

QString firstKept(const QStringList& entries, QStringView name)
{
    const auto found = std::ranges::find_if(
        entries, [name](const QString& entry) { return containsParts(name, entry); });
    return found == entries.end() ? QString() : *found;
}

QStringList withPrefix(const QString& prefix, const QStringList& keys)
{
    QStringList names;
    for (const QString& key : keys)
        names << prefix + key;
    return names;
}

/// Compares the names of one model with the layouts.
class Recogniser {
public:
    explicit Recogniser(const ModelHeader& header)
        : m_prefixes(prefixesIn(header))
    {
        for (const TensorInfo& tensor : header.tensors)
            m_names.insert(tensor.name);
    }
    /// What stands before every name of an unknown network.
    QString uniformPrefix() const
    {
        for (const QString& prefix : m_prefixes)
            if (!prefix.isEmpty() && std::ranges::all_of(m_names, [&](const QString& name) {
                    return name.startsWith(prefix);
                }))
                return prefix;
        return {};
    }
    std::optional<Recognition> seenAs(const Architecture& architecture) const
    {
        for (const QString& prefix : m_prefixes)
            for (const QStringList& keys : architecture.keys) {
                const QStringList evidence = withPrefix(prefix, keys);
                const auto exists = [&](const QString& name) { return m_names.contains(name); };
                if (std::ranges::all_of(evidence, exists))
                    return Recognition{&architecture, prefix, evidence};
            }
        return {};
    }
    Recognition anyOf() const
    {
        for (const Architecture& architecture : architectures())
            if (const auto seen = seenAs(architecture))
                return *seen;
        return {nullptr, uniformPrefix(), {}};
    }

private:
    QSet<QString> m_names;
    std::vector<QString> m_prefixes;
};

QStringView withoutPrefix(const Recognition& recognition, QStringView name)
{
    return name.startsWith(recognition.prefix) ? name.mid(recognition.prefix.size()) : name;
}

} // namespace

QStringList namePrefixes()
{
    QStringList texts;
    for (const Prefix& prefix : prefixes)
        if (*prefix.text)
            texts << QLatin1StringView(prefix.text);
    return texts;
}

const std::vector<Architecture>& architectures() { return table().known; }

const Architecture* architectureNamed(QStringView id)
{
    for (const Architecture& architecture : architectures())
        if (architecture.id == id)
            return &architecture;
    return nullptr;
}

Recognition recognise(const ModelHeader& header) { return Recogniser(header).anyOf(); }

Recognition recognise(const ModelHeader& header, const QString& chosen)
{
    const Recogniser recogniser(header);
    if (chosen == architectureNone)
        return {nullptr, recogniser.anyOf().prefix, {}, true};
    const Architecture* architecture = architectureNamed(chosen);
    if (!architecture)
        return recogniser.anyOf();
    if (auto seen = recogniser.seenAs(*architecture)) {
        seen->isChosen = true;
        return *seen;
    }
    // Against the names: the prefix is still what stands before them in another layout.
    return {architecture, recogniser.anyOf().prefix, {}, true};
}

QString bannedName(const Recognition& recognition, const ModelHeader& header)
{
    if (!recognition.architecture)
        return {};
    for (const QString& part : recognition.architecture->banned)
        for (const TensorInfo& tensor : header.tensors)
            if (containsParts(withoutPrefix(recognition, tensor.name), part))
                return tensor.name;
    return {};
}

QString hiprecPart(const Recognition& recognition, const QString& name)
{
    return recognition.architecture
        ? firstKept(recognition.architecture->hiprec, withoutPrefix(recognition, name))
        : QString();
}

QString keptPart(const Recognition& recognition, const QString& name)
{
    const QStringView bare = withoutPrefix(recognition, name);
    if (recognition.architecture)
        if (QString entry = firstKept(recognition.architecture->keep, bare); !entry.isEmpty())
            return entry;
    return firstKept(table().keepAlways, bare);
}

} // namespace aq
