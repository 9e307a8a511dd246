# rule: blocks_of_pictures.inputs_not_counted
# source: constructed
# says: n_inp=1
# %% before
from fastai.vision.all import *
Path('images').mkdir()
for i in range(8): Image.fromarray(np.random.randint(0, 255, (32, 32, 3), dtype=np.uint8)).save(f'images/{i}.png')
files = get_image_files('images')
# %% fails
dblock = DataBlock(blocks=(ImageBlock, CategoryBlock, CategoryBlock), get_items=get_image_files, splitter=RandomSplitter(seed=1),
                   get_y=[lambda o: int(o.stem) % 2, lambda o: int(o.stem) > 3])
# %% mended
dblock = DataBlock(blocks=(ImageBlock, CategoryBlock, CategoryBlock), get_items=get_image_files, splitter=RandomSplitter(seed=1),
                   get_y=[lambda o: int(o.stem) % 2, lambda o: int(o.stem) > 3], n_inp=1)
dls = dblock.dataloaders('images', bs=2, num_workers=0)
