#pragma once
#include <QString>
#include <QWidget>

class QLabel;
class QPushButton;

namespace aq {

/// What came of an importance matrix for the open model.
struct ImportanceState {
    QString path;            ///< Of the file that was read, or could not be; empty: none.
    QString problem;         ///< Why it cannot be used; empty: it can.
    qsizetype covered = 0;   ///< Tensors that are quantized and in it.
    qsizetype quantized = 0; ///< Tensors that are quantized.
    bool operator==(const ImportanceState&) const = default;
};

/// The importance file of a recipe: its name, how much of the model it covers, and what is wrong
/// with it. The file is chosen and read elsewhere.
class ImportanceRow final : public QWidget {
    Q_OBJECT

public:
    explicit ImportanceRow(QWidget* parent = nullptr);

    void setPath(const QString& path); ///< Of the recipe; empty: none.
    void setState(const ImportanceState& state);
    QWidget* chooser() const; ///< What a label's mnemonic leads to.

Q_SIGNALS:
    void chooseRequested();
    void cleared();

private:
    void update();

    QLabel *m_name, *m_about;
    QPushButton *m_choose, *m_clear;
    QString m_path;
    ImportanceState m_state;
};

} // namespace aq
