#pragma once
#include "ui/models/report_table_model.h"

#include <QWidget>
#include <array>

class QButtonGroup;
class QLabel;
class QLineEdit;
class QToolButton;

namespace aq {

/// All, missed, quantized or kept, and a text to search for. Ctrl+F leads there, Escape clears.
class ReportFilterBar final : public QWidget {
    Q_OBJECT
public:
    explicit ReportFilterBar(QWidget* parent = nullptr);

    void setTensors(const std::vector<TensorReport>& tensors); ///< Counts them for the buttons.
    void setListed(qsizetype listed, qsizetype total);         ///< "12 of 300"
    void setText(const QString& text);
    void setShow(ReportFilter::Show show);
    ReportFilter filter() const;
    void focusText(); ///< And selects it.

Q_SIGNALS:
    void changed(const aq::ReportFilter& filter);
    void left(); ///< Escape in an empty text.

private:
    static constexpr std::size_t count = 4;

    QButtonGroup* m_group;
    std::array<QToolButton*, count> m_buttons;
    QLineEdit* m_text;
    QLabel* m_listed;
};

} // namespace aq
