import { registerLateReasonRoutes } from './acknowledgements/late-routes.ts';
import { registerAcknowledgementRoutes } from './acknowledgements/routes.ts';
import { registerAnswerRoutes } from './analysis/answer-routes.ts';
import { registerBoardRoutes } from './analysis/board-routes.ts';
import { registerConcernRoutes } from './analysis/concern-routes.ts';
import { registerLeadRoutes } from './analysis/lead-routes.ts';
import { registerThemeRoutes } from './analysis/theme-routes.ts';
import { registerDeskRoutes } from './consultations/desk-routes.ts';
import { registerDeletionRoutes } from './consultations/delete-routes.ts';
import { registerDatesRoutes } from './consultations/dates-routes.ts';
import { registerForumRoutes } from './consultations/forum-routes.ts';
import { registerInvolvedRoutes } from './consultations/people-routes.ts';
import { registerPosterRoutes } from './consultations/poster-routes.ts';
import { registerPlanRoutes } from './consultations/plan-routes.ts';
import { registerPreviewRoutes } from './consultations/preview-routes.ts';
import { registerConsultationRoutes } from './consultations/routes.ts';
import { registerOrganisationRoutes } from './admin/organisation-routes.ts';
import { registerPeopleRoutes } from './admin/people-routes.ts';
import { registerAdminRoutes } from './admin/routes.ts';
import { registerSettingsRoutes } from './admin/settings-routes.ts';
import { registerImportRoutes } from './imports/routes.ts';
import { registerGlossaryPage } from './glossary/public-routes.ts';
import { registerGlossaryRoutes } from './glossary/routes.ts';
import { registerSheetRoutes } from './imports/sheets/routes.ts';
import { registerReadingRoutes } from './information/reading-routes.ts';
import { registerInformationRoutes } from './information/routes.ts';
import { registerLanguageRoutes } from './languages/routes.ts';
import { registerLibraryRoutes } from './library/routes.ts';
import { registerTemplateRoutes } from './library/template-routes.ts';
import { registerMediaDesk } from './media/desk-routes.ts';
import { registerMediaRoutes } from './media/routes.ts';
import { registerMediaWords } from './media/words-routes.ts';
import { registerOutcomeDesk } from './outcomes/desk-routes.ts';
import { registerOutcomePages } from './outcomes/public-routes.ts';
import { registerChangeDesk } from './outcomes/change-routes.ts';
import { registerOutcomeList } from './outcomes/list-routes.ts';
import { registerPublicationDesk } from './outcomes/publication-routes.ts';
import { registerForumOutcomes } from './outcomes/forum-routes.ts';
import { registerQuoteDesk } from './outcomes/quote-routes.ts';
import { registerServiceChangeDesk } from './outcomes/service-changes/desk-routes.ts';
import { registerServiceChangePages } from './outcomes/service-changes/public-routes.ts';
import { registerAddressRoutes } from './paper/address-routes.ts';
import { registerEventRoutes } from './paper/events/routes.ts';
import { registerPaperRoutes } from './paper/routes.ts';
import { registerAgainRoutes } from './paper/typing/again-routes.ts';
import { registerCorrectRoutes } from './paper/typing/correct-routes.ts';
import { registerTypingRoutes } from './paper/typing/routes.ts';
import { registerSetupRoutes } from './people/setup-routes.ts';
import { registerSignInRoutes } from './people/sign-in-routes.ts';
import { registerNewsRoutes } from './responses/news/routes.ts';
import { registerResponseRoutes } from './responses/routes.ts';
import { registerDefinitionRoutes } from './surveys/definition-routes.ts';
import { registerAboutRoutes } from './surveys/about-routes.ts';
import { registerIntroRoutes } from './surveys/intro-routes.ts';
import { registerEditionRoutes } from './surveys/edition-routes.ts';
import { registerRuleRoutes } from './surveys/rule-routes.ts';
import { registerNewQuestionRoutes } from './surveys/new-question-routes.ts';
import { registerSurveyRoutes } from './surveys/routes.ts';
import { registerUndoRoutes } from './surveys/undo-routes.ts';
import { registerVersionRoutes } from './surveys/version-routes.ts';
import { registerWalkRoutes } from './surveys/walk-routes.ts';
import { registerUnusualRoutes } from './unusual/routes.ts';
import type { Deps } from './web/deps.ts';
import type { Site } from './web/site.ts';

/** Every feature puts its pages on the site map. */
export const features: readonly ((site: Site, deps: Deps) => void)[] = [
  registerAcknowledgementRoutes,
  registerLateReasonRoutes,
  registerAnswerRoutes,
  registerBoardRoutes,
  registerConcernRoutes,
  registerLeadRoutes,
  registerThemeRoutes,
  registerUnusualRoutes,
  registerConsultationRoutes,
  registerPosterRoutes,
  registerDeskRoutes,
  registerPlanRoutes,
  registerInvolvedRoutes,
  registerDatesRoutes,
  registerDeletionRoutes,
  registerPreviewRoutes,
  // Before the questions': they take any word behind a question for one of their buttons.
  registerRuleRoutes,
  registerSurveyRoutes,
  registerNewQuestionRoutes,
  registerUndoRoutes,
  registerLibraryRoutes,
  registerTemplateRoutes,
  registerVersionRoutes,
  registerEditionRoutes,
  registerAboutRoutes,
  registerIntroRoutes,
  registerWalkRoutes,
  registerMediaDesk,
  registerMediaWords,
  registerMediaRoutes,
  registerDefinitionRoutes,
  registerImportRoutes,
  registerSheetRoutes,
  registerForumRoutes,
  registerPaperRoutes,
  registerEventRoutes,
  registerAddressRoutes,
  registerTypingRoutes,
  registerAgainRoutes,
  registerCorrectRoutes,
  registerNewsRoutes,
  registerResponseRoutes,
  registerInformationRoutes,
  registerReadingRoutes,
  registerGlossaryPage,
  registerGlossaryRoutes,
  registerPublicationDesk,
  registerChangeDesk,
  registerOutcomeList,
  registerOutcomeDesk,
  registerQuoteDesk,
  registerForumOutcomes,
  registerOutcomePages,
  registerServiceChangeDesk,
  registerServiceChangePages,
  registerSignInRoutes,
  registerSetupRoutes,
  registerAdminRoutes,
  registerPeopleRoutes,
  registerOrganisationRoutes,
  registerSettingsRoutes,
  registerLanguageRoutes,
];
