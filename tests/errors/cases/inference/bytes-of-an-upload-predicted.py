# rule: inference.not_one_item
# source: constructed
# says: PILImage\.create\(BytesIO\(img_bytes\)\)
# %% before
from fastai.vision.all import *
for kind in ('cat', 'dog'):
    (Path('pets')/kind).mkdir(parents=True)
    for i in range(8): Image.new('RGB', (40, 40), (i * 20, 60, 90)).save(f'pets/{kind}/{i}.jpg')
pets = DataBlock(blocks=(ImageBlock, CategoryBlock), get_items=get_image_files, splitter=RandomSplitter(seed=42), get_y=parent_label, item_tfms=Resize(32))
from io import BytesIO
dls = pets.dataloaders('pets', bs=4)
learn = vision_learner(dls, resnet18, pretrained=False)
img_bytes = Path('pets/cat/1.jpg').read_bytes()
# %% fails
learn.predict(BytesIO(img_bytes))
# %% mended
learn.predict(PILImage.create(BytesIO(img_bytes)))
