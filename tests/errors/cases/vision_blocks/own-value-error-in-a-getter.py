# rule: none
# source: constructed
# %% before
from fastai.vision.all import *
Path('images').mkdir()
for i in range(8): Image.fromarray(np.random.randint(0, 255, (32, 32, 3), dtype=np.uint8)).save(f'images/{i}.png')
files = get_image_files('images')
def get_box(o):
    if o.stem == '3': raise ValueError('get_y contains no box for 3')
    return [[1, 2, 10, 20]]
dblock = DataBlock(blocks=(ImageBlock, BBoxBlock, BBoxLblBlock), get_items=get_image_files, splitter=IndexSplitter([0]),
                   get_y=[get_box, lambda o: ['cat']], n_inp=1)
# %% fails
def run():
    for o in files: get_box(o)
try: run()
except ValueError as e: raise ValueError(str(e)) from None
