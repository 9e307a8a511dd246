# rule: not fastai1_members.member_of_fastai1
# source: constructed
# %% before
from fastai.vision.all import *
class Box: pass
box = Box(); box.data = Box()
# %% fails
print(box.data.classes, box.data.c)
