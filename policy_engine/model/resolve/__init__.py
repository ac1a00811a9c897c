"""From the file as written to the chart: every name is looked up, every rule of the language is checked."""
