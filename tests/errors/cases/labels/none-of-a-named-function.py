# rule: labels.labels_of_two_types
# source: constructed
# says: last\s+line\s+of\s+kind_of_pet
# %% before
from fastai.vision.all import *
import PIL.Image
Path('pets').mkdir()
for i, name in enumerate(['cat', 'dog', 'cat', 'dog', 'Dog', 'cat']):
    PIL.Image.new('RGB', (16, 16)).save(f'pets/{name}_{i}.jpg')
def kind_of_pet(o):
    if o.name.startswith('cat'): return 'cat'
    if o.name.startswith('dog'): return 'dog'
pets = DataBlock((ImageBlock, CategoryBlock), get_items=get_image_files, get_y=kind_of_pet, item_tfms=Resize(16))
# %% fails
dls = pets.dataloaders('pets', bs=2, num_workers=0)
