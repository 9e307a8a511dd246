"""The only room that knows IPython: magics parse, call the other rooms, and show what they return."""
