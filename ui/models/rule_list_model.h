#pragma once
#include "core/plan/recipe.h"
#include "ui/models/action_choices.h"

#include <QAbstractTableModel>
#include <QHash>

namespace aq {

/// Patterns that a person edits, each with what it does and how many tensors it matches.
///
/// A pattern that does not compile stays in the list, red and with its reason, but has no effect:
/// `rules()` leaves it out, so that the rest of the plan can be seen at work while it is mended.
class RuleListModel final : public QAbstractTableModel {
    Q_OBJECT

public:
    enum class Column { Pattern, Type, Group, Matches };
    static constexpr int columns = 4;
    enum Role { ChoiceRole = Qt::UserRole }; ///< Number of the current type or group choice.
    enum class Kind {
        Patterns, ///< All are kept: no type, no check box.
        Rules     ///< Each has a type and can be switched off.
    };

    explicit RuleListModel(Kind kind, QObject* parent = nullptr);

    void setRules(const std::vector<Rule>& rules); ///< Nothing happens when they are rules().
    std::vector<Rule> rules() const;               ///< Those that compile, in order.
    QStringList patterns() const;                  ///< The same, alone.
    void setCounts(const QHash<QString, QString>& counts); ///< By pattern, for people.
    void setChoices(const QList<ActionChoice>& choices);
    static QStringList groupChoices(); ///< "Default", "32", …, "Per tensor".

    int add(const Rule& rule); ///< At the end; its row. An empty pattern waits to be filled in.
    void remove(int row);
    void dropEmpty();                                  ///< Rows whose pattern was never filled in.
    void choose(const QModelIndex& index, int choice); ///< A type or a group size.

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;
    bool setData(const QModelIndex& index, const QVariant& value, int role) override;
    QVariant headerData(
        int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;
    Qt::ItemFlags flags(const QModelIndex& index) const override;

Q_SIGNALS:
    void edited(const QString& what); ///< A person changed rules(); "Add pattern *norm*".

private:
    struct Line {
        Rule rule;
        QString problem; ///< Why the pattern does not compile; empty: it does.
        bool isUsable() const { return problem.isEmpty() && !rule.pattern.isEmpty(); }
    };
    static Line lineFor(const Rule& rule);
    bool setPattern(int row, const QString& text);
    QString text(const Line& line, Column column) const;
    QString matches(const Line& line) const;
    void changed(int row);

    Kind m_kind;
    std::vector<Line> m_lines;
    QHash<QString, QString> m_counts;
    QList<ActionChoice> m_choices;
};

} // namespace aq
