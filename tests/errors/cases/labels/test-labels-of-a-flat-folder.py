# rule: labels.unknown_label
# source: constructed
# says: with_labels=True
# says: 'unseen'\s+is\s+the\s+folder
# says: dl = dls\.test_dl\(files, bs=2\)
# %% before
from fastai.vision.all import *
def picture(path, value):
    Path(path).parent.mkdir(parents=True, exist_ok=True)
    PILImage.create(np.full((24, 24, 3), value, dtype=np.uint8)).save(path)
for i in range(8): picture(f'cars/{["bus", "van"][i % 2]}/{i}.jpg', i * 20)
for i in range(4): picture(f'unseen/{i}.jpg', i * 30)
block = DataBlock(blocks=(ImageBlock, CategoryBlock), get_items=get_image_files, get_y=parent_label, splitter=RandomSplitter(seed=3), item_tfms=Resize(16))
dls = block.dataloaders('cars', bs=2, num_workers=0)
learn = vision_learner(dls, resnet18, pretrained=False, metrics=accuracy)
# %% before
def predict_folder(learn, folder):
    files = get_image_files(folder)
    dl = dls.test_dl(files, bs=2, with_labels=True)
    return learn.get_preds(dl=dl)[0]
# %% fails
preds = predict_folder(learn, 'unseen')
# %% mended
def predict_folder(learn, folder):
    files = get_image_files(folder)
    dl = dls.test_dl(files, bs=2)
    return learn.get_preds(dl=dl)[0]
preds = predict_folder(learn, 'unseen')
