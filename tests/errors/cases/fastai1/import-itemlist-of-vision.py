# rule: fastai1_imports.name_not_in_module
# source: https://github.com/microsoft/computervision-recipes/issues/615
# says: ItemList
# says: fastai 1
# says: DataBlock
# %% fails
from fastai.vision import ItemList
