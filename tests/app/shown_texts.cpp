#include "tests/app/shown_texts.h"

#include <QAbstractButton>
#include <QAbstractItemView>
#include <QAbstractSpinBox>
#include <QAction>
#include <QComboBox>
#include <QDockWidget>
#include <QDoubleSpinBox>
#include <QGroupBox>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QMenuBar>
#include <QTabBar>
#include <QTableView>
#include <QTreeView>

namespace aq::test {
namespace {

/// A part of a Qt widget that the program does not make itself.
bool isInner(const QWidget& widget)
{
    return widget.objectName().startsWith(QLatin1StringView("qt_"))
        || widget.inherits("QComboBoxPrivateContainer");
}

void addMenu(const QMenu& menu, QList<ShownText>& texts)
{
    const QString of = QStringLiteral("menu “%1”").arg(menu.title());
    for (const QAction* action : menu.actions()) {
        if (action->isSeparator() && action->text().isEmpty())
            continue;
        texts.append({of, "entry", action->text()});
        if (action->toolTip() != action->text().remove(u'&'))
            texts.append({of, "tool tip of entry", action->toolTip()});
        texts.append({of, "status tip of entry", action->statusTip()});
        texts.append({of, "What's This of entry", action->whatsThis()});
        if (action->menu())
            addMenu(*action->menu(), texts);
    }
}

void addHeader(const QHeaderView& header, QList<ShownText>& texts)
{
    if (!header.model() || header.orientation() == Qt::Vertical)
        return;
    for (int i = 0; i < header.count(); ++i)
        for (const auto& [role, kind] :
            {std::pair{Qt::DisplayRole, "header"}, {Qt::ToolTipRole, "tool tip of header"}})
            texts.append({describe(header), kind,
                header.model()->headerData(i, Qt::Horizontal, role).toString()});
}

void addSpecial(const QWidget& widget, QList<ShownText>& texts)
{
    const auto add = [&](const char* kind, const QString& text) {
        texts.append({describe(widget), kind, text});
    };
    if (const auto* edit = qobject_cast<const QLineEdit*>(&widget)) {
        add("placeholder", edit->placeholderText());
    } else if (const auto* combo = qobject_cast<const QComboBox*>(&widget)) {
        for (int i = 0; i < combo->count(); ++i) {
            add("entry", combo->itemText(i));
            add("tool tip of entry", combo->itemData(i, Qt::ToolTipRole).toString());
        }
        add("placeholder", combo->placeholderText());
    } else if (const auto* tabs = qobject_cast<const QTabBar*>(&widget)) {
        for (int i = 0; i < tabs->count(); ++i) {
            add("tab", tabs->tabText(i));
            add("tool tip of tab", tabs->tabToolTip(i));
        }
    } else if (const auto* header = qobject_cast<const QHeaderView*>(&widget)) {
        addHeader(*header, texts);
    } else if (const auto* spin = qobject_cast<const QSpinBox*>(&widget)) {
        add("prefix and suffix", spin->prefix() + spin->suffix() + spin->specialValueText());
    } else if (const auto* real = qobject_cast<const QDoubleSpinBox*>(&widget)) {
        add("prefix and suffix", real->prefix() + real->suffix() + real->specialValueText());
    } else if (const auto* bar = qobject_cast<const QMenuBar*>(&widget)) {
        for (const QAction* action : bar->actions()) {
            add("menu", action->text());
            if (action->menu())
                addMenu(*action->menu(), texts);
        }
    } else if (const auto* menu = qobject_cast<const QMenu*>(&widget)) {
        addMenu(*menu, texts);
    }
}

} // namespace

QList<QWidget*> visibleWidgets(QWidget& top)
{
    QList<QWidget*> found;
    if (!top.isVisible() || isInner(top))
        return found;
    found << &top;
    for (QObject* child : top.children()) {
        auto* widget = qobject_cast<QWidget*>(child);
        // The parts of a combo or spin box have no texts of their own.
        if (widget && !widget->isWindow() && !qobject_cast<QComboBox*>(&top)
            && !qobject_cast<QAbstractSpinBox*>(&top))
            found += visibleWidgets(*widget);
    }
    return found;
}

QString describe(const QWidget& widget)
{
    QString text = QString::fromLatin1(widget.metaObject()->className());
    if (!widget.objectName().isEmpty())
        text += u' ' + widget.objectName();
    for (const QWidget* parent = widget.parentWidget(); parent; parent = parent->parentWidget())
        if (qstrncmp(parent->metaObject()->className(), "aq::", 4) == 0)
            return text + QStringLiteral(" in ")
                + QString::fromLatin1(parent->metaObject()->className());
    return text;
}

QString ownText(const QWidget& widget)
{
    if (const auto* label = qobject_cast<const QLabel*>(&widget))
        return label->text();
    if (const auto* button = qobject_cast<const QAbstractButton*>(&widget))
        return button->text();
    if (const auto* box = qobject_cast<const QGroupBox*>(&widget))
        return box->title();
    if (const auto* combo = qobject_cast<const QComboBox*>(&widget))
        return combo->currentText();
    return {};
}

QList<ShownText> shownTexts(QWidget& top)
{
    QList<ShownText> texts;
    for (const QWidget* widget : visibleWidgets(top)) {
        const QString who = describe(*widget);
        texts.append({who, "text", ownText(*widget)});
        texts.append({who, "tool tip", widget->toolTip()});
        texts.append({who, "status tip", widget->statusTip()});
        texts.append({who, "What's This", widget->whatsThis()});
        texts.append({who, "accessible name", widget->accessibleName()});
        texts.append({who, "accessible description", widget->accessibleDescription()});
        if (widget->isWindow() || qobject_cast<const QDockWidget*>(widget))
            texts.append({who, "title", widget->windowTitle()});
        addSpecial(*widget, texts);
    }
    texts.removeIf([](const ShownText& text) { return text.text.isEmpty(); });
    return texts;
}

} // namespace aq::test
