# rule: blocks_of_pictures.boxes_and_labels_differ
# source: constructed
# says: 1 box and 3 labels
# says: letter
# %% before
from fastai.vision.all import *
Path('images').mkdir()
for i in range(8): Image.fromarray(np.random.randint(0, 255, (32, 32, 3), dtype=np.uint8)).save(f'images/{i}.png')
files = get_image_files('images')
dblock = DataBlock(blocks=(ImageBlock, BBoxBlock, BBoxLblBlock), get_items=get_image_files, splitter=RandomSplitter(),
                   get_y=[lambda o: [[1, 2, 10, 20]], lambda o: 'cat'], n_inp=1)
# %% fails
dls = dblock.dataloaders('images', bs=2, num_workers=0)
# %% mended
dblock = DataBlock(blocks=(ImageBlock, BBoxBlock, BBoxLblBlock), get_items=get_image_files, splitter=RandomSplitter(),
                   get_y=[lambda o: [[1, 2, 10, 20]], lambda o: ['cat']], n_inp=1)
dls = dblock.dataloaders('images', bs=2, num_workers=0)
