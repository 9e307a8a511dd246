# rule: blocks_of_pictures.block_was_called
# source: constructed
# says: parentheses
# says: blocks=\(ImageBlock, PointBlock\)
# %% before
from fastai.vision.all import *
Path('images').mkdir()
for i in range(8): Image.fromarray(np.random.randint(0, 255, (32, 32, 3), dtype=np.uint8)).save(f'images/{i}.png')
files = get_image_files('images')
# %% fails
dblock = DataBlock(blocks=(ImageBlock, PointBlock()), get_items=get_image_files, get_y=lambda o: [3, 4], splitter=RandomSplitter())
# %% mended
dblock = DataBlock(blocks=(ImageBlock, PointBlock), get_items=get_image_files, get_y=lambda o: [3, 4], splitter=RandomSplitter())
