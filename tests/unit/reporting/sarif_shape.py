"""The parts of the SARIF 2.1.0 schema that are written here: names, types, values, all closed.

Written after the schema's definitions (run, result, location, region, reportingDescriptor …).
"""

from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field, JsonValue

Index = Annotated[int, Field(ge=0)]
Line = Annotated[int, Field(ge=1)]
Level = Literal["none", "note", "warning", "error"]
UriReference = Annotated[str, Field(pattern=r"^(?:[A-Za-z0-9._~/#?@!$&'()*+,;=-]|%[0-9A-F]{2})*$")]
Properties = dict[str, JsonValue]


class Shape(BaseModel):
    model_config = ConfigDict(strict=True, extra="forbid", frozen=True)


class Message(Shape):
    text: str = Field(min_length=1)


class Multiformat(Shape):
    text: str
    markdown: str | None = None


class Configuration(Shape):
    level: Level = "warning"


class Descriptor(Shape):
    id: str
    name: str
    short_description: Multiformat = Field(alias="shortDescription")
    full_description: Multiformat = Field(alias="fullDescription")
    help: Multiformat
    default_configuration: Configuration = Field(alias="defaultConfiguration")


class Driver(Shape):
    name: str
    full_name: str = Field(alias="fullName")
    semantic_version: str = Field(alias="semanticVersion", pattern=r"^\d+\.\d+\.\d+")
    language: str = Field(pattern=r"^[a-zA-Z]{2}(-[a-zA-Z]{2})?$")
    rules: list[Descriptor]


class Tool(Shape):
    driver: Driver


class ArtifactLocation(Shape):
    uri: UriReference
    index: Index | None = None


class Content(Shape):
    text: str


class Artifact(Shape):
    location: ArtifactLocation
    roles: list[Literal["analysisTarget"]]
    contents: Content


class Region(Shape):
    start_line: Line = Field(alias="startLine")
    start_column: Line = Field(alias="startColumn")
    end_line: Line = Field(alias="endLine")
    end_column: Line = Field(alias="endColumn")
    char_offset: Index = Field(alias="charOffset")
    char_length: Index = Field(alias="charLength")
    snippet: Content


class Physical(Shape):
    artifact_location: ArtifactLocation = Field(alias="artifactLocation")
    region: Region | None = None


class Logical(Shape):
    fully_qualified_name: str = Field(alias="fullyQualifiedName")
    kind: str


class Location(Shape):
    physical_location: Physical = Field(alias="physicalLocation")
    logical_locations: list[Logical] = Field(
        alias="logicalLocations", default_factory=list[Logical]
    )
    message: Message | None = None


class Suppression(Shape):
    kind: Literal["inSource", "external"]
    status: Literal["accepted", "underReview", "rejected"]
    justification: str


class Result(Shape):
    rule_id: str = Field(alias="ruleId")
    rule_index: Index | None = Field(alias="ruleIndex", default=None)
    kind: Literal["notApplicable", "pass", "fail", "review", "open", "informational"]
    level: Level
    message: Message
    locations: list[Location]
    related_locations: list[Location] = Field(
        alias="relatedLocations", default_factory=list[Location]
    )
    partial_fingerprints: dict[str, str] = Field(
        alias="partialFingerprints", default_factory=dict[str, str]
    )
    suppressions: list[Suppression] = Field(default_factory=list[Suppression])
    properties: Properties = Field(default_factory=dict[str, JsonValue])


class RuleReference(Shape):
    id: str


class Notification(Shape):
    level: Level
    message: Message
    associated_rule: RuleReference | None = Field(alias="associatedRule", default=None)


class Invocation(Shape):
    execution_successful: bool = Field(alias="executionSuccessful")
    notifications: list[Notification] = Field(alias="toolExecutionNotifications")


class Run(Shape):
    tool: Tool
    column_kind: Literal["utf16CodeUnits", "unicodeCodePoints"] = Field(alias="columnKind")
    artifacts: list[Artifact]
    invocations: list[Invocation]
    results: list[Result]
    properties: Properties


class Log(Shape):
    schema_address: str = Field(alias="$schema", pattern=r"/sarif-schema-2\.1\.0\.json$")
    version: Literal["2.1.0"]
    runs: list[Run]
