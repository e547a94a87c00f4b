"""Everything that Rasa loads: components, wording, private channel, tracker."""
