"""The same figure for programs that lay it out themselves: Graphviz, Mermaid and PlantUML."""
