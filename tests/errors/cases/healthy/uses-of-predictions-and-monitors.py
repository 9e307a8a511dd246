# notice: none
# source: constructed
# %% before
from fastai.vision.all import *
for k in ('ant', 'bee', 'fly'):
    (Path('bugs')/k).mkdir(parents=True)
    for i in range(6): Image.new('RGB', (16, 16), (i * 30, 60, 90)).save(f'bugs/{k}/{k}_{i}.png')
dls = ImageDataLoaders.from_folder('bugs', valid_pct=0.3, seed=1, bs=4, num_workers=0)
learn = Learner(dls, nn.Sequential(nn.Flatten(), nn.Linear(768, 3)), loss_func=CrossEntropyLossFlat())
# %% cell
scores, targs = learn.get_preds()
surest = scores.argmax(dim=0)
files = [learn.dls.valid_ds.items[i] for i in surest]
names = [dls.vocab[i] for i in scores.argmax(dim=1)]
one = dls.vocab[scores[0].argmax()]
name, idx, probs = learn.predict(files[0])
word = 'small' if name == 'ant' else 'large' if idx == 1 else 'other'
watch = [SaveModelCallback(monitor='accuracy'), SaveModelCallback(monitor='error_rate'), SaveModelCallback(monitor='mae', comp=np.less)]
plan = DataBlock((ImageBlock, CategoryBlock), get_items=get_image_files, get_y=parent_label)
plan.new(item_tfms=Resize(8)).dataloaders('bugs', bs=4, num_workers=0)
