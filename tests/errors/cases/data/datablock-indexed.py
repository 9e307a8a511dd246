# rule: learners_indexed.not_a_list
# source: constructed
# says: pets is a DataBlock
# says: dsets = pets\.datasets\(path\)
# says: picture, label = dsets\.train\[0\]
# %% before
from fastai.vision.all import *
from PIL import Image
for c in ('owl', 'bat'):
    Path('zoo', c).mkdir(parents=True)
    for i in range(4): Image.new('RGB', (20, 20)).save(f'zoo/{c}/{i}.png')
path = Path('zoo')
pets = DataBlock(blocks=(ImageBlock, CategoryBlock), get_items=get_image_files, get_y=parent_label)
# %% fails
picture, label = pets[0]
# %% mended
dsets = pets.datasets(path)
picture, label = dsets.train[0]
