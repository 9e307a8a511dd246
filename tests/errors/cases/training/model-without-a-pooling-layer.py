# rule: learners_given.net_without_a_body
# source: https://github.com/fastai/fastai/issues/4027
# says: no\s+pooling
# says: nn\.Linear\(16, dls\.c\)
# says: learn = Learner\(dls, model, metrics=accuracy\)
# %% before
from fastai.vision.all import *
for i in range(12): PILImage.create(np.random.randint(0, 255, (24, 24, 3), dtype=np.uint8)).save(f"{'ab'[i % 2]}_{i}.png")
dls = ImageDataLoaders.from_path_func('.', get_image_files('.'), lambda f: f.name[0], bs=4, num_workers=0)
def my_arch(pretrained=False):
    return nn.Sequential(nn.Conv2d(3, 8, 3), nn.ReLU(), nn.Conv2d(8, 16, 3), nn.ReLU())
# %% fails
learn = vision_learner(dls, my_arch, pretrained=False, metrics=accuracy)
# %% mended
model = nn.Sequential(my_arch(), nn.AdaptiveAvgPool2d(1), nn.Flatten(), nn.Linear(16, dls.c))
learn = Learner(dls, model, metrics=accuracy)
learn.fit(1)
