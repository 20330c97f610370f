# The translations, as resources of `target` below :/i18n: ours, and Qt's own dialogs and buttons.
#   cmake --build build/ci --target update_translations
# brings the .ts files up to date with the sources; tests/app/tst_translations.cpp fails until that
# was done and every text is translated. Glossary: docs/glossary.md.
# English has its singulars there ("1 tensor").
set(AQ_LANGUAGES de zh_CN)
set(aq_qt_tools HINTS ${QT6_INSTALL_PREFIX}/${QT6_INSTALL_BINS} REQUIRED)
find_program(AQ_LUPDATE lupdate ${aq_qt_tools})
find_program(AQ_LRELEASE lrelease ${aq_qt_tools})

function(aq_translations target)
    foreach(language ${AQ_LANGUAGES} en)
        set(ts ${PROJECT_SOURCE_DIR}/resources/translations/arrowquant_${language}.ts)
        set(qm ${CMAKE_CURRENT_BINARY_DIR}/i18n/arrowquant_${language}.qm)
        add_custom_command(OUTPUT ${qm}
            COMMAND ${AQ_LRELEASE} -silent ${ts} -qm ${qm} DEPENDS ${ts})
        list(APPEND files ${qm})
        if(language STREQUAL "en")
            continue()
        endif()
        # Without Qt's own, its buttons are English: no reason not to build.
        find_file(qt_texts qtbase_${language}.qm NO_CACHE
            HINTS ${QT6_INSTALL_PREFIX}/${QT6_INSTALL_TRANSLATIONS} /usr/share/qt6/translations)
        if(qt_texts)
            configure_file(${qt_texts} i18n/qtbase_${language}.qm COPYONLY)
            list(APPEND files ${CMAKE_CURRENT_BINARY_DIR}/i18n/qtbase_${language}.qm)
        endif()
        unset(qt_texts)
    endforeach()
    file(MAKE_DIRECTORY ${CMAKE_CURRENT_BINARY_DIR}/i18n)
    qt_add_resources(${target} aq_i18n PREFIX "/i18n" BASE ${CMAKE_CURRENT_BINARY_DIR}/i18n
        FILES ${files})
    set(update ${AQ_LUPDATE} -I . -locations none -no-obsolete core ui app -ts resources/translations/arrowquant)
    add_custom_target(update_translations
        COMMAND ${update}_de.ts resources/translations/arrowquant_zh_CN.ts
        COMMAND ${update}_en.ts -pluralonly
        WORKING_DIRECTORY ${PROJECT_SOURCE_DIR} VERBATIM)
endfunction()
