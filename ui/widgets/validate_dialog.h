#pragma once
#include <QDialog>

class QLineEdit;
class QPushButton;

namespace aq {

/// Which two files are to be compared: the original, and what was made of it.
class ValidateDialog final : public QDialog {
    Q_OBJECT
public:
    explicit ValidateDialog(QWidget* parent = nullptr);

    void setOriginal(const QString& path);
    void setWritten(const QString& path);
    QString original() const;
    QString written() const;

Q_SIGNALS:
    void originalWished(); ///< A file dialog, then setOriginal().
    void writtenWished();

private:
    void updateState();

    QLineEdit *m_original, *m_written;
    QPushButton* m_start;
};

} // namespace aq
