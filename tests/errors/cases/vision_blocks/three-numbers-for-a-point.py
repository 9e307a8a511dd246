# rule: blocks_of_pictures.points_are_no_pairs
# source: https://github.com/fastai/fastbook/blob/master/06_multicat.ipynb
# says: 3 numbers
# says: \[\[x, y\]\]
# %% before
from fastai.vision.all import *
Path('images').mkdir()
for i in range(8): Image.fromarray(np.random.randint(0, 255, (32, 32, 3), dtype=np.uint8)).save(f'images/{i}.png')
files = get_image_files('images')
dblock = DataBlock(blocks=(ImageBlock, PointBlock), get_items=get_image_files, get_y=lambda o: [3., 4., 1.], splitter=RandomSplitter())
# %% fails
dls = dblock.dataloaders('images', bs=2, num_workers=0)
# %% mended
dblock = DataBlock(blocks=(ImageBlock, PointBlock), get_items=get_image_files, get_y=lambda o: [[3., 4.]], splitter=RandomSplitter())
dls = dblock.dataloaders('images', bs=2, num_workers=0)
