# rule: blocks_of_pictures.inputs_not_counted
# source: constructed
# says: n_inp
# says: n_inp=1
# %% before
from fastai.vision.all import *
Path('images').mkdir()
for i in range(8): Image.fromarray(np.random.randint(0, 255, (32, 32, 3), dtype=np.uint8)).save(f'images/{i}.png')
files = get_image_files('images')
def get_boxes(o): return [[1, 2, 10, 20]]
def get_names(o): return ['cat']
# %% fails
dblock = DataBlock(blocks=(ImageBlock, BBoxBlock, BBoxLblBlock), get_items=get_image_files, splitter=RandomSplitter(),
                   get_y=[get_boxes, get_names])
# %% mended
dblock = DataBlock(blocks=(ImageBlock, BBoxBlock, BBoxLblBlock), get_items=get_image_files, splitter=RandomSplitter(),
                   get_y=[get_boxes, get_names], n_inp=1)
dls = dblock.dataloaders('images', bs=2, num_workers=0)
