# notice: none
# source: the wgan tutorial of fastai
# %% before
from fastai.vision.all import *
from fastai.vision.gan import *
Path("rooms").mkdir()
for i in range(10): Image.new("RGB", (16, 16), (i * 20, 60, 90)).save(f"rooms/{i}.png")
# %% cell
dblock = DataBlock(blocks=(TransformBlock, ImageBlock), get_x=generate_noise, get_items=get_image_files, splitter=IndexSplitter([]))
dls = dblock.dataloaders("rooms", path="rooms", bs=4, num_workers=0)
