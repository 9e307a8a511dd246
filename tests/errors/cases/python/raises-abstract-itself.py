# rule: not python_abstract.abstract_method_missing
# source: constructed; the word alone is no abstract class
# %% before
class Paper:
    def __init__(self): raise TypeError("no abstract given")
# %% fails
p = Paper()
