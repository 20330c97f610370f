#pragma once
#include <QDateTime>
#include <QMap>
#include <QTreeWidget>
#include <cstdint>

namespace aq {

/// What a profile makes of a model, as far as it is known.
struct ProfileFigures {
    qint64 bytes = -1; ///< Less than 0: unknown.
    double error = -1; ///< Relative RMSE; less than 0: not measured.
    bool operator==(const ProfileFigures&) const = default;
};

/// A model that was opened before, as the start page lists it.
struct RecentModel {
    QString path;
    std::int64_t bytes = 0;                     ///< Of all its files, when it was last open.
    QString format;                             ///< Title for people: "Safetensors".
    QString lastResult;                         ///< One line for people; empty: never quantized.
    bool missing = false;                       ///< No longer there: listed, greyed.
    QString architecture = {};                  ///< Title for people; empty: unknown.
    QDateTime opened = {};                      ///< Last; invalid: unknown.
    bool pinned = false;                        ///< Stays at the top, however many others come.
    QMap<QString, ProfileFigures> figures = {}; ///< By profile id.
    bool operator==(const RecentModel&) const = default;
};

/// The models that were opened before. Return opens, Delete removes, the menu does the rest; one
/// that is gone can be looked for or removed.
class RecentsList final : public QTreeWidget {
    Q_OBJECT

public:
    explicit RecentsList(QWidget* parent = nullptr);
    void setRecents(const QList<RecentModel>& recents); ///< In this order; keeps the current one.

Q_SIGNALS:
    void openRequested(const QString& path);
    void removeRequested(const QString& path);
    void locateRequested(const QString& path);
    void pinRequested(const QString& path, bool pinned);

protected:
    void contextMenuEvent(QContextMenuEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void changeEvent(QEvent* event) override; ///< Another theme has other greys.

private:
    const RecentModel* current() const;
    void openCurrent(); ///< A missing one is looked for.
    void removeCurrent();
    void fitColumns();

    QList<RecentModel> m_recents;
    QAction *m_open, *m_locate, *m_pin, *m_remove, *m_copyPath;
};

} // namespace aq
