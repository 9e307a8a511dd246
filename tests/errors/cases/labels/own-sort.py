# rule: none
# source: constructed
# %% before
from fastai.vision.all import *
class Tag:
    def __lt__(self, other): raise TypeError("'<' not supported between instances of 'str' and 'NoneType'")
# %% fails
Tag() < Tag()
