/// Everything in C that Libretto's engine uses, in one place.
///
/// Swift says `internal import CEngine` and sees the libraries' own names; what Swift can't see
/// (macros, variadics, compound literals) is wrapped in the shims below, each with its reason.
#pragma once

#include "EngineEncoding.h"
#include "EngineHost.h"
#include "EngineTrap.h"
#include "EngineLibraries.h"
#include "EngineFilters.h"
#include "EnginePaint.h"
#include "EngineText.h"
#include "EngineMatte.h"
#include "EngineMedia.h"
#include "EngineSound.h"
#include "EngineHearing.h"
#include "EnginePictures.h"
